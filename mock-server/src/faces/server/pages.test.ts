import { afterEach, expect, test } from 'vitest'
import { demoMock } from '../../asked/asked.ts'
import { memoryStore } from '../../store/memory.ts'
import { type Listening, type ListenOptions, listen } from './listen.ts'

const servers: Listening[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function start(options: ListenOptions = {}, mock = demoMock()) {
  const server = await listen(await mock, { port: 0, ...options })
  servers.push(server)
  return server
}

test('metrics are text that Prometheus reads, and no row of the journal', async () => {
  const mock = await demoMock()
  const { url } = await start({}, Promise.resolve(mock))
  await fetch(`${url}/control/v1/clock`)
  const rows = mock.journal().length
  const answer = await fetch(`${url}/metrics`)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('minibell_requests_total{dialect="control",verdict="ok"} 1\n')
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z_]+="[^"\n]*",?)+\})? [\d.e+-]+)$/)
  expect(mock.journal()).toHaveLength(rows)
})

test('where the control API needs a token, metrics need it too; health does not', async () => {
  const { url } = await start({ controlToken: 'open-sesame' })
  const status = async (path: string, token?: string) =>
    (await fetch(`${url}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {})).status
  expect([
    await status('/metrics'),
    await status('/metrics', 'wrong'),
    await status('/metrics', 'open-sesame'),
  ]).toEqual([401, 401, 200])
  expect(await status('/healthz')).toBe(200)
})

test('health is what the store says', async () => {
  const store = memoryStore()
  let broken = false
  const read: typeof store.read = (...asked) => (broken ? Promise.reject(new Error('gone')) : store.read(...asked))
  const { url } = await start({}, demoMock({ store: { ...store, read } }))
  const health = async () => {
    const answer = await fetch(`${url}/healthz`)
    return [answer.status, (await answer.json()).status]
  }
  expect(await health()).toEqual([200, 'ok'])
  broken = true
  expect(await health()).toEqual([503, 'failed'])
})

test('documents of this server, at its own address', async () => {
  const { url } = await start({ openApi: { prefix: '/api/open' } }, demoMock({ openApi: { prefix: '/api/open' } }))
  const json = async (path: string) => (await fetch(`${url}${path}`)).json()
  const openApi = await json('/openapi.json')
  expect([openApi.openapi, openApi.servers]).toEqual(['3.1.0', [{ url }]])
  expect(openApi.paths).toHaveProperty(['/api/open/v2/miniprogram/message/send', 'post'])
  const asyncApi = await json('/asyncapi.json')
  expect([asyncApi.asyncapi, asyncApi.servers.here]).toEqual(['3.0.0', { host: new URL(url).host, protocol: 'ws' }])
})

test('only read', async () => {
  const { url } = await start()
  expect((await fetch(`${url}/metrics`, { method: 'POST', body: '{}' })).status).toBe(405)
  const head = await fetch(`${url}/healthz`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})
