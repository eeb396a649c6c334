import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, expect, test, vi } from 'vitest'
import { handlers } from '../faces/msw/index.ts'
import { ask, demoMock, sendPath, service } from './asked.ts'
import { contract } from './contract.ts'

const servers: { close(): void }[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  vi.restoreAllMocks()
})

async function start(options: Parameters<typeof handlers>[1] = {}) {
  const mock = await demoMock()
  const server = setupServer(...handlers(mock, options))
  server.listen({ onUnhandledFrame: 'error' })
  servers.push(server)
  return { mock, server }
}

test('X-3: MSW 3 in Node, the contract, at any origin', async () => {
  await start()
  await contract({ expect, fetch, origin: 'https://platform.test', WebSocket })
})

test('MSW 3: only the origin that was given', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  await start({ origin: 'https://api.test' })
  expect((await ask(fetch, `POST https://api.test${sendPath}`, { body: service })).body.code).toBe(0)
  await expect(fetch(`https://other.test${sendPath}`, { method: 'POST' })).rejects.toThrow()
  expect(String(told.mock.calls)).toContain(`POST https://other.test${sendPath}`)
})

test('MSW 3: paths below a prefix answer too, and a misspelt one is unhandled', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  await start()
  expect((await ask(fetch, `POST https://api.test/eu/1${sendPath}`, { body: service })).body.code).toBe(0)
  await expect(fetch('https://api.test/miniapp/v1/mesages', { method: 'POST' })).rejects.toThrow()
  expect(String(told.mock.calls)).toContain('mesages')
})

test('MSW 3: unknown paths are answered where that is asked for', async () => {
  await start({ unknownPaths: 'answered' })
  expect((await fetch('https://api.test/delivery/v1/never')).status).toBe(404)
  expect((await ask(fetch, 'POST https://api.test/v2/never', { body: {} })).body.result.resultCode).toBe(
    'NO_INTERFACE_DEF',
  )
})

test('MSW 3: a handler of the user comes before ours, for as long as it is used', async () => {
  const { server } = await start()
  server.use(http.post(`*${sendPath}`, () => HttpResponse.json({ code: 2 }), { once: true }))
  expect((await ask(fetch, `POST https://api.test${sendPath}`, { body: service })).body).toEqual({ code: 2 })
  expect((await ask(fetch, `POST https://api.test${sendPath}`, { body: service })).body.code).toBe(0)
})

test('there is one handler for each route, one for each path, one socket', async () => {
  const mock = await demoMock()
  const paths = new Set(mock.routes.routes.map(({ path }) => path))
  expect(handlers(mock)).toHaveLength(mock.routes.routes.length + paths.size + 1)
  expect(new Set(mock.routes.routes.map(({ id }) => id)).size).toBe(mock.routes.routes.length)
})
