import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { virtualTime } from '@minibell/ports'
import { HttpResponse, http, passthrough } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import { overrides } from '../faces/msw/index.ts'
import { ListenError, type ListenOptions, listen, realTimers } from '../faces/server/index.ts'
import { ask, demoMock, openPath, sendPath, service, template } from './asked.ts'
import { contract } from './contract.ts'

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function start(options: ListenOptions = {}) {
  const { platform } = await demoMock({ timers: realTimers })
  const server = await listen(platform, { port: 0, ...options })
  ends.push(server.close)
  return { ...server, platform }
}

/** Bytes as they are; answers all that came until the server closed, or until `enough` matches. */
async function raw(port: number, bytes: string | Uint8Array, enough?: RegExp): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes)
  return heard(socket, enough)
}

function heard(socket: Socket, enough?: RegExp): Promise<string> {
  let text = ''
  return new Promise((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk
      if (enough?.test(text)) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
  })
}

function next<Name extends keyof WebSocketEventMap>(socket: WebSocket, name: Name): Promise<WebSocketEventMap[Name]> {
  return new Promise((resolve) => socket.addEventListener(name, resolve, { once: true }))
}

const get = (path: string, head: string) => `GET ${path} HTTP/1.1\r\nconnection: close\r\n${head}\r\n\r\n`

test('X-3: listening, the contract, over a real port', async () => {
  const { url } = await start()
  await contract({ expect, fetch, origin: url, WebSocket })
})

test('tells its version and its doors', async () => {
  const { url } = await start()
  expect((await ask(fetch, `GET ${url}/control/v1/info`)).body).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    doors: { console: '/', control: '/control/v1', delivery: '/delivery/v1' },
  })
  const { url: other } = await start({ demoDir: import.meta.dirname })
  expect((await ask(fetch, `GET ${other}/control/v1/info`)).body).toMatchObject({ doors: { demo: '/demo/' } })
})

test('where no console was built / leads to the demo, which says how to get it where it was not built either', async () => {
  const { url } = await start({ consoleDir: join(import.meta.dirname, 'none') })
  const response = await fetch(`${url}/?a=1`)
  expect([response.url, response.status]).toEqual([`${url}/demo/?a=1`, 404])
  expect(await response.text()).toContain('npm start')
})

test('a path of nobody is a 404 with a sentence', async () => {
  const { url } = await start()
  expect(await ask(fetch, `GET ${url}/nobody/v1/token`)).toMatchObject({
    status: 404,
    body: { error: { code: 'not-found' } },
  })
})

test('a port in use is one sentence', async () => {
  const { port, platform } = await start()
  const error = await listen(platform, { port }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ListenError)
  expect(String((error as Error).message)).toBe(
    `Failed to listen: port ${port} is in use. Stop what uses it, or choose another with --port.`,
  )
})

test('an address that is not of this machine is one sentence', async () => {
  const { platform } = await start()
  await expect(listen(platform, { port: 0, host: '203.0.113.1' })).rejects.toThrow(/is no address of this machine/)
})

test.each(['evil.test', 'localhost.evil.test:80', '127.0.0.1.evil.test', '10.0.0.1'])(
  'a Host of %s is misdirected',
  async (host) => {
    const { port } = await start()
    const answer = await raw(port, get('/control/v1/world', `host: ${host}`))
    expect(answer).toMatch(/^HTTP\/1.1 421 /)
    expect(answer).toContain('"misdirected"')
    expect(answer).not.toContain('minibell-world')
  },
)

test('a Host in an absolute request target counts, and such targets are answered', async () => {
  const { port } = await start()
  const line = (target: string) => `GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`
  expect(await raw(port, line('http://evil.test/control/v1/clock'))).toMatch(/^HTTP\/1.1 421 /)
  expect(await raw(port, line('http://localhost/control/v1/clock'))).toMatch(/^HTTP\/1.1 200 /)
})

test('a page of another origin is refused unless it was allowed', async () => {
  const { url } = await start({ allowOrigins: ['http://app.test'] })
  const from = (origin: string, line: string, headers: Record<string, string> = {}) =>
    ask(fetch, line.replace(' ', ` ${url}`), { headers: { origin, ...headers } })
  expect(await from('http://evil.test', 'GET /control/v1/world')).toMatchObject({
    status: 403,
    verdict: 'foreign-origin',
  })
  expect(await from('null', 'POST /control/v1/world/reset')).toMatchObject({ status: 403 })
  expect(await from('http://evil.test', `POST ${sendPath}`)).toMatchObject({ status: 403, body: { code: 70009 } })
  expect(await from('http://evil.test', `POST ${openPath}`)).toMatchObject({
    status: 403,
    body: { result: { resultCode: 'ACCESS_DENIED' } },
  })
  expect((await from(url, 'GET /control/v1/clock')).status).toBe(200)
  const allowed = await from('http://app.test', 'GET /control/v1/clock')
  expect(allowed.headers.get('access-control-allow-origin')).toBe('http://app.test')
  const preflight = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' }
  const answered = await from('http://app.test', 'OPTIONS /control/v1/world', preflight)
  expect(answered.status).toBe(204)
  expect(answered.headers.get('access-control-allow-methods')).toBe('GET, PUT')
  expect(answered.headers.get('access-control-allow-headers')).toBe('authorization')
  const refused = await from('http://evil.test', 'OPTIONS /control/v1/world', preflight)
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
})

test('an upgrade is refused before the handshake: wrong path, foreign origin, wrong host', async () => {
  const { port } = await start()
  const upgrade = (path: string, head: string) =>
    raw(
      port,
      `GET ${path} HTTP/1.1\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n${head}\r\n\r\n`,
      /\r\n\r\n/,
    )
  expect(await upgrade('/delivery/v1/other', 'host: localhost')).toMatch(/^HTTP\/1.1 404 /)
  expect(await upgrade('/delivery/v1/socket', 'host: localhost\r\norigin: http://evil.test')).toMatch(/^HTTP\/1.1 403 /)
  expect(await upgrade('/delivery/v1/socket', 'host: evil.test')).toMatch(/^HTTP\/1.1 421 /)
  expect(await upgrade('/delivery/v1/socket', `host: localhost:${port}\r\norigin: http://localhost:${port}`)).toMatch(
    /^HTTP\/1.1 101 /,
  )
  expect(await upgrade('/delivery/v1/socket', 'host: localhost\r\nsec-websocket-key: x')).toMatch(/^HTTP\/1.1 400 /)
})

test('DL-10: a megabyte is refused, however its length is told, and the next request is answered', async () => {
  const { url, port } = await start()
  const body = JSON.stringify({ x: 'x'.repeat(1_000_000) })
  expect((await ask(fetch, `POST ${url}${sendPath}`, { body })).status).toBe(413)
  const stream = new Blob([body]).stream()
  expect((await ask(fetch, `POST ${url}${sendPath}`, { body: stream })).status).toBe(413)
  const lie = `POST ${sendPath} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 10\r\n\r\n${body}`
  expect(await raw(port, lie)).toMatch(/^HTTP\/1.1 (200|400) /)
  expect((await ask(fetch, `POST ${url}${sendPath}`, { body: service })).body.code).toBe(0)
})

test('DL-10: an endless chunked body is cut', async () => {
  const { port } = await start()
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`POST ${sendPath} HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n`)
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.on('drain', more)
  more()
  expect(await heard(socket)).toMatch(/^HTTP\/1.1 413 /)
})

test('DL-10: headers and bodies that never end are given up', async () => {
  const { port } = await start({ slowest: { headersMs: 200, requestMs: 400 } })
  expect(await raw(port, 'GET /control/v1/clock HTTP/1.1\r\nhost: localhost\r\nx: ')).toMatch(/^HTTP\/1.1 408 /)
  expect(
    await raw(port, `POST ${sendPath} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{"mini`),
  ).not.toMatch(/ 200 /)
})

test('DL-10: one connection too many is closed unheard, and there is room again once another went', async () => {
  const { port } = await start({ mostConnections: 2 })
  const held = await Promise.all(
    [0, 1].map(async () => {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write('GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n')
      await once(socket, 'data')
      return socket
    }),
  )
  const clock = get('/control/v1/clock', 'host: localhost')
  expect(await raw(port, clock)).toBe('')
  held[0]?.end()
  await expect.poll(() => raw(port, clock)).toMatch(/^HTTP\/1.1 200 /)
  held[1]?.destroy()
})

test('DL-10: garbage on the port', async () => {
  const { url, port } = await start()
  expect(await raw(port, 'hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  expect(await raw(port, new Uint8Array([0x16, 3, 1, 2, 0, 1]))).toMatch(/^HTTP\/1.1 400 |^$/)
  expect(await raw(port, get('/miniapp/v1/\\..\\x', 'host: localhost'))).toMatch(/^HTTP\/1.1 (400|404) /)
  expect(await raw(port, `GET / HTTP/1.1\r\nhost: localhost\r\n${'x: y\r\n'.repeat(5000)}\r\n`)).toMatch(
    /^HTTP\/1.1 431 |^$/,
  )
  expect((await ask(fetch, `GET ${url}/control/v1/clock`)).status).toBe(200)
})

test('DL-10: a frame of a megabyte is cut, a binary one is malformed', async () => {
  const { url } = await start()
  const socketUrl = `${url.replace('http', 'ws')}/delivery/v1/socket`
  const closeOf = async (data: string | Uint8Array<ArrayBuffer>) => {
    const socket = new WebSocket(socketUrl)
    await next(socket, 'open')
    socket.send(data)
    return (await next(socket, 'close')).code
  }
  expect(await closeOf('x'.repeat(1_000_000))).toBe(1009)
  expect(await closeOf('x'.repeat(100_000))).toBe(4400)
  expect(await closeOf(new Uint8Array([1, 2]))).toBe(4400)
})

test('DL-1: a token in the header of the upgrade', async () => {
  const { url } = await start()
  const headers = { authorization: 'Bearer demo-host-amina' }
  // Node's own class takes headers, which the DOM's types do not know.
  const socket = new WebSocket(`${url.replace('http', 'ws')}/delivery/v1/socket`, { headers } as unknown as string[])
  expect(JSON.parse(String((await next(socket, 'message')).data))).toMatchObject({ type: 'hello' })
  socket.close()
})

test('handlers of the user come before the platform: an answer, a cut connection, a request passed on', async () => {
  const { url } = await start({
    overrides: overrides([
      http.post(`*${sendPath}`, async ({ request }) => {
        const { miniappId } = (await request.json()) as { miniappId: string }
        if (miniappId === 'cut') return HttpResponse.error()
        return miniappId === 'pass' ? passthrough() : HttpResponse.json({ code: 2 })
      }),
    ]),
  })
  expect((await ask(fetch, `POST ${url}${sendPath}`, { body: service })).body).toEqual({ code: 2 })
  expect((await ask(fetch, `POST ${url}${sendPath}`, { body: { ...service, miniappId: 'pass' } })).body.code).toBe(
    70009,
  )
  await expect(ask(fetch, `POST ${url}${sendPath}`, { body: { ...service, miniappId: 'cut' } })).rejects.toThrow()
  expect((await ask(fetch, `POST ${url}${openPath}`, { body: template })).body.result.resultStatus).toBe('S')
})

test('a long poll whose client went away waits no more', async () => {
  const time = virtualTime()
  const mock = await demoMock({ time })
  const server = await listen(mock, { port: 0 })
  ends.push(server.close)
  const before = time.waiting()
  const given = new AbortController()
  const poll = fetch(`${server.url}/control/v1/journal/stream`, { signal: given.signal }).catch(() => 'aborted')
  await vi.waitUntil(() => time.waiting() === before + 1)
  given.abort()
  expect(await poll).toBe('aborted')
  await vi.waitUntil(() => time.waiting() === before)
})

test('closing ends sockets, long polls and idle connections, and frees the port', async () => {
  const { url, port, platform, close } = await start()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/delivery/v1/socket`)
  const ended = next(socket, 'close')
  await next(socket, 'open')
  const poll = ask(
    fetch,
    `GET ${url}/control/v1/journal/stream?after=${(await ask(fetch, `POST ${url}${sendPath}`, { body: service })).row}`,
  )
  // Answered after the poll was taken: connections are taken in order.
  await ask(fetch, `GET ${url}/control/v1/clock`)
  const idle = connect(port, '127.0.0.1')
  await once(idle, 'connect')
  await close()
  expect((await ended).code).toBe(1001)
  expect((await poll).status).toBe(200)
  const again = await listen(platform, { port })
  expect(again.port).toBe(port)
  await again.close()
})
