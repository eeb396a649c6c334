import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { front } from './front.ts'

let folder: string
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minibell-static-'))
  await mkdir(join(folder, 'demo/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'demo/index.html'), '<!doctype html>')
  await writeFile(join(folder, 'demo/assets/index-4f9d2c1a.js'), 'export {}')
  await writeFile(join(folder, 'demo/a b.txt'), 'blank')
  await symlink(join(folder, 'secret.txt'), join(folder, 'demo/link.txt'))
  await mkdir(join(folder, 'console/assets'), { recursive: true })
  await writeFile(join(folder, 'console/index.html'), '<!doctype html><title>Console</title>')
  await writeFile(join(folder, 'console/assets/main-4f9d2c1a.js'), 'export {}')
  const answer = front({ consoleDir: join(folder, 'console'), demoDir: join(folder, 'demo') })
  server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).then((answered) => answered || outgoing.writeHead(418).end())
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

const port = () => (server.address() as AddressInfo).port

/** A path as it is, which `fetch` would have tidied up. */
function raw(path: string, head = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port(), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${head}\r\n`),
    )
    let text = ''
    socket
      .on('data', (chunk) => (text += chunk))
      .on('end', () => resolve(text))
      .on('error', reject)
  })
}

test('/demo leads to the demo and keeps the query', async () => {
  expect(await raw('/demo?walkthrough=1')).toMatch(/^HTTP\/1.1 302 [\s\S]*location: \/demo\/\?walkthrough=1/i)
})

test('the console is at /, may load nothing of others, and stands in nobody’s frame', async () => {
  const page = await raw('/')
  expect(page).toMatch(/^HTTP\/1.1 200 [\s\S]*<title>Console<\/title>$/)
  expect(page).toMatch(/content-security-policy: default-src 'none'; script-src 'self'; [^\n]*frame-ancestors 'none'/i)
  expect(page).toMatch(/cache-control: no-cache/i)
  const script = await raw('/console/assets/main-4f9d2c1a.js')
  expect(script).toMatch(/content-security-policy: default-src 'none'[\s\S]*immutable/i)
  expect(await raw('/console')).toMatch(/^HTTP\/1.1 302 [\s\S]*location: \/\r/i)
  expect(await raw('/console/none.js')).toMatch(/ 404 /)
  expect(await raw('/demo/')).not.toMatch(/content-security-policy/i)
})

test('serves index.html with its type, revalidated by etag', async () => {
  const first = await raw('/demo/')
  expect(first).toMatch(
    /200 OK[\s\S]*content-type: text\/html; charset=utf-8[\s\S]*cache-control: no-cache[\s\S]*<!doctype html>$/i,
  )
  const etag = /etag: (\S+)/i.exec(first)?.[1]
  expect(await raw('/demo/', `if-none-match: ${etag}\r\n`)).toMatch(/^HTTP\/1.1 304/)
})

test('a file whose name carries a hash is kept for ever', async () => {
  expect(await raw('/demo/assets/index-4f9d2c1a.js')).toMatch(/text\/javascript[\s\S]*immutable/i)
})

test('a name is decoded once', async () => {
  expect(await raw('/demo/a%20b.txt')).toMatch(/200 OK[\s\S]*blank$/)
  expect(await raw('/demo/a%2520b.txt')).toMatch(/ 404 /)
})

test.each([
  '/demo/../secret.txt',
  '/demo/..%2fsecret.txt',
  '/demo/%2e%2e/secret.txt',
  '/demo/%2e%2e%2fsecret.txt',
  '/demo/..%5csecret.txt',
  '/demo/assets/../../secret.txt',
  '/demo//etc/passwd',
  '/demo/%00',
  '/demo/%',
  '/demo/%c0%ae%c0%ae/secret.txt',
  '/demo/link.txt',
  '/demo/assets',
  '/demo/none.js',
])('%s is no file of the demo', async (path) => {
  const answer = await raw(path)
  expect(answer).toMatch(/^HTTP\/1.1 404/)
  expect(answer).not.toContain('secret\n')
  expect(answer).not.toMatch(/\r\n\r\nsecret/)
})

test('nothing but GET and HEAD', async () => {
  const response = await fetch(`http://127.0.0.1:${port()}/demo/`, { method: 'POST', body: 'x' })
  expect(response.status).toBe(405)
})

test('other paths are not its business', async () => {
  expect(await raw('/miniapp/v1/messages')).toMatch(/^HTTP\/1.1 418/)
  expect(await raw('/demolition')).toMatch(/^HTTP\/1.1 418/)
})
