import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { demoMock, sendPath, service } from '../../asked/asked.ts'
import { listen } from './index.ts'

async function exchange(port: number, parts: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (data) => {
    said += data
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const part of parts) {
    socket.write(part)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await closed
  return said
}

async function serve(): Promise<number> {
  const server = await listen(await demoMock(), { port: 0 })
  onTestFinished(() => server.close())
  return server.port
}

const h2c =
  'connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\n'
const body = JSON.stringify(service)
const head = (more: string) =>
  `POST ${sendPath} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${body.length}\r\n${more}\r\n`
const last = 'GET /control/v1/clock HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'

test('a client that asks for HTTP/2 first, as Java’s does, is answered in HTTP/1.1 and keeps its connection', async () => {
  const said = await exchange(await serve(), [head(h2c) + body, last])
  expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200'])
  expect(said).toContain('"code":0')
})

test('the same when its body comes in pieces, and when it closes', async () => {
  const closing = h2c.replace('Upgrade,', 'close, Upgrade,')
  const said = await exchange(await serve(), [head(closing), body.slice(0, 9), body.slice(9)])
  expect(said).toMatch(/^HTTP\/1\.1 200 [\s\S]*"code":0/)
})

test('a wrong host is refused there too', async () => {
  const said = await exchange(await serve(), [`GET / HTTP/1.1\r\nhost: evil.test\r\n${h2c}\r\n`])
  expect(said).toMatch(/^HTTP\/1\.1 421 /)
})
