import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask, demoMock, sendPath, service } from '../../../asked/asked.ts'
import { type Listening, listen } from '../listen.ts'

const openPath = '/v2/miniprogram/message/send'
const servers: Listening[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** Lets `burst` requests in, and then nobody. */
async function narrow(burst: number) {
  const mock = await demoMock()
  const bounds = { perSecond: 0, burst, concurrent: 10 }
  const server = await listen(mock, { port: 0, fairness: { perAddress: bounds, countOwn: true } })
  servers.push(server)
  return { mock, url: server.url }
}

test('whoever asks too often is told so in each dialect’s words, and nothing happens', async () => {
  const { mock, url } = await narrow(1)
  await ask(fetch, `GET ${url}/control/v1/clock`)
  const asked = (line: string, body?: unknown) =>
    ask(fetch, line.replace(' ', ` ${url}`), body === undefined ? {} : { body })
  const answers = [
    await asked(`POST ${sendPath}`, service),
    await asked(`POST ${openPath}`, {}),
    await asked('GET /cgi-bin/token'),
    await asked('GET /delivery/v1/snapshot'),
    await asked('GET /control/v1/clock'),
    await asked('GET /nowhere'),
    await asked('GET /demo/'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429, 429, 429])
  expect(answers.map(({ verdict }) => verdict)).toEqual(Array(7).fill('flood'))
  expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual(Array(7).fill('3600'))
  expect(answers.map(({ body }) => body.code ?? body.result?.resultCode ?? body.errcode ?? body.error.code)).toEqual([
    2,
    'REQUEST_TRAFFIC_EXCEED_LIMIT',
    45_011,
    ...Array(4).fill('flood'),
  ])
  expect(mock.journal().filter(({ verdict }) => verdict === 'flood')).toHaveLength(1)
  expect(await ask(mock.fetch, `POST ${sendPath}`, { body: service })).toMatchObject({ body: { code: 0 } })
})

test('an upgrade is refused before the handshake', async () => {
  const { url } = await narrow(0)
  const socket = new WebSocket(`${url.replace('http', 'ws')}/delivery/v1/socket`)
  const [error] = await once(socket, 'error')
  expect(String(error)).toContain('429')
})

test('requests that ended are not under way', async () => {
  const bounds = { perSecond: 1_000, burst: 1_000, concurrent: 2 }
  const server = await listen(await demoMock(), { port: 0, fairness: { perAddress: bounds, countOwn: true } })
  servers.push(server)
  for (let n = 0; n < 5; n += 1) {
    const answer = await ask(fetch, `GET ${server.url}/control/v1/clock`)
    expect(answer.status).toBe(200)
  }
})
