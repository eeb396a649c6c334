import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { demoMock, sendPath, service } from '../../asked/asked.ts'
import { isLoopback } from './control-guard.ts'
import { type Listening, type ListenOptions, listen } from './index.ts'

const open: Listening[] = []

afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function serve(options: ListenOptions): Promise<Listening> {
  const server = await listen((await demoMock()).platform, { port: 0, ...options })
  open.push(server)
  return server
}

const status = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).status

test('on this machine alone the control API asks for no token', async () => {
  const { url, controlToken } = await serve({})
  expect(controlToken).toBeUndefined()
  expect(await status(`${url}/control/v1/world`)).toBe(200)
})

test('beyond it a secret token is made up, without which nothing is told or changed', async () => {
  const { url, controlToken = '' } = await serve({ host: '0.0.0.0' })
  expect(controlToken).toMatch(/^[\w-]{24}$/)
  for (const path of ['/control/v1/world', '/control/v1', '/x/../control/v1/info', '/control/v1/%69nfo'])
    expect([path, await status(`${url}${path}`)]).toEqual([path, 401])
  expect((await fetch(`${url}/control/v1/world/reset`, { method: 'POST' })).status).toBe(401)
  expect(await status(`${url}/control/v1/info`, { authorization: 'Bearer wrong' })).toBe(401)
  expect(await status(`${url}/control/v1/info`, { authorization: `Bearer ${controlToken}` })).toBe(200)
  const sent = await fetch(`${url}${sendPath}`, { method: 'POST', body: JSON.stringify(service) })
  expect(await sent.json()).toMatchObject({ code: 0 })
})

test('an absolute request target meets the same guard', async () => {
  const { port } = await serve({ controlToken: 'open-sesame' })
  const head = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `GET http://localhost:${port}/control/v1/world HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
      ),
    )
    socket.once('data', (data) => resolve(data.toString()))
  })
  expect(head).toMatch(/^HTTP\/1\.1 401 /)
})

test('a page that is opened with the token gets a cookie for it, which no script reads', async () => {
  const { url } = await serve({ controlToken: 'open-sesame' })
  const opened = await fetch(`${url}/demo/?control-token=open-sesame`, { redirect: 'manual' })
  const [cookie = ''] = opened.headers.getSetCookie()
  expect([opened.status, opened.headers.get('location')]).toEqual([302, '/demo/'])
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
  expect(await status(`${url}/control/v1/info`, { cookie: `a=b; ${cookie.split(';')[0]}` })).toBe(200)
  const console = await fetch(`${url}/?control-token=open-sesame`, { redirect: 'manual' })
  expect([console.status, console.headers.get('location')]).toEqual([302, '/'])
  expect((await fetch(`${url}/demo/?control-token=wrong`, { redirect: 'manual' })).headers.getSetCookie()).toEqual([])
})

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.7', false],
  ['127.0.0.1.evil.test', false],
])('%s is this machine alone: %s', (host, isIt) => {
  expect(isLoopback(host)).toBe(isIt)
})
