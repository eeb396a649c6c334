import { expect, vi } from 'vitest'
import { ask, many, message, on, processes, send, theRedis } from './processes.ts'

on('processes that start together begin one world, and each knows the others’ changes at once', async () => {
  const [one, two, three] = await processes(3)
  const epochs = await Promise.all([one, two, three].map((each) => ask(each, 'GET /delivery/v1/snapshot?max=1')))
  expect(new Set(epochs.map(({ json }) => json.epoch)).size).toBe(1)
  await ask(one, 'POST /control/v1/clock', { moveTo: '2030-01-01T00:00:00Z' })
  expect((await ask(two, 'GET /control/v1/clock')).json.at).toBeGreaterThanOrEqual(Date.parse('2030-01-01T00:00:00Z'))
  await ask(two, 'PUT /control/v1/rules/MA-3', { enabled: false })
  const { rules } = (await ask(three, 'GET /control/v1/rules')).json
  expect(rules.find(({ id }) => id === 'MA-3')).toMatchObject({ enabled: false })
  await ask(three, 'POST /control/v1/world/reset')
  const [after, ...others] = await Promise.all(
    [one, two, three].map((each) => ask(each, 'GET /delivery/v1/snapshot?max=1')),
  )
  expect((after?.json.epoch ?? '') > (epochs[0]?.json.epoch ?? '')).toBe(true)
  for (const { json } of others) expect(json.epoch).toBe(after?.json.epoch)
})

on('two processes that move the clock at once have both moved it', async () => {
  const [one, two] = await processes(2)
  const before = one?.clock.now() ?? 0
  await Promise.all([one?.clock.advance({ hours: 1 }), two?.clock.advance({ hours: 1 })])
  expect((one?.clock.now() ?? 0) - before).toBeGreaterThanOrEqual(7_200_000)
  expect(Math.abs((one?.clock.now() ?? 0) - (two?.clock.now() ?? 0))).toBeLessThan(1_000)
})

on('a fault that strikes once strikes once over all processes', async () => {
  const [one, two, three] = await processes(3)
  const fault = { route: 'delivery.snapshot', kind: 'status', status: 503, skip: 2, times: 3 }
  expect((await ask(one, 'PUT /control/v1/faults', { faults: [fault] })).status).toBe(200)
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      ask([one, two, three][at % 3], 'GET /delivery/v1/snapshot?max=1').catch(() => ({ status: 503 })),
    ),
  )
  expect(answers.filter(({ status }) => status === 503)).toHaveLength(3)
  expect((await ask(two, 'GET /control/v1/faults')).json.faults).toMatchObject([{ struck: 3 }])
})

on('a row of the journal is found in every process, and their rows are one list', async () => {
  const [one, two] = await processes(2)
  const url = 'http://platform.test/miniapp/v1/messages/send'
  const answer = await one?.fetch(url, {
    method: 'POST',
    body: JSON.stringify({ miniappId: 'm0', uniqueIds: ['p0'], message }),
  })
  const id = answer?.headers.get('minibell-verdict')?.split('; ')[1] ?? ''
  expect((await ask(two, `GET /control/v1/journal/${id}`)).json).toMatchObject({ id, verdict: 'ok' })
  const waiting = ask(two, `GET /control/v1/journal/stream?after=${id}&waitMs=5000`)
  await send(one, 'p1')
  expect((await waiting).json.rows).toMatchObject([{ verdict: 'ok' }])
})

on('MA-5: the rate is that of all processes, to the message', async () => {
  const still = { ...many, clock: { at: '2030-01-01T12:00:00Z', running: false } }
  const several = await processes(3, still)
  for (const rule of ['MA-3', 'MA-17']) await ask(several[0], `PUT /control/v1/rules/${rule}`, { enabled: false })
  const answers = await Promise.all(Array.from({ length: 240 }, (_, at) => send(several[at % 3], `p${at}`)))
  expect(answers.filter(({ json }) => json.code === 0)).toHaveLength(200)
  expect(answers.filter(({ json }) => json.code === 2)).toHaveLength(40)
})

on('what one process sends is told by another, and a session that one revokes ends at the other', async () => {
  const [one, two] = await processes(2)
  const token = (await two?.session({ person: 'p0' })) ?? ''
  const session = await one?.platform.delivery.session(token)
  if (typeof session !== 'object') throw new Error('The other process gave it.')
  const told: number[] = []
  one?.platform.delivery.watch(session, ({ to }) => told.push(to))
  const ended = new Promise((resolve) => one?.platform.delivery.ended(session, resolve))
  await send(two, 'p0')
  await vi.waitFor(() => expect(told.at(-1)).toBe(2))
  await two?.platform.delivery.revoke(token)
  expect(await ended).toBe('expired')
})

on('a process that was cut off answers nothing until it knows what happened, then goes on', async () => {
  const [one, two] = await processes(2)
  await send(one, 'p0')
  await (await theRedis()).kill()
  expect((await send(two, 'p1')).json.code).not.toBe(0)
  await (await theRedis()).start()
  await vi.waitFor(async () => expect((await send(two, 'p1')).json.code).toBe(0), { timeout: 15_000, interval: 200 })
})
