import { expect, test } from 'vitest'
import { ask, dayMs, demoMock, openPath, sendPath, service, startAt, template } from './asked.ts'

const hourMs = 3_600_000

async function mocked() {
  const mock = await demoMock()
  return {
    ...mock,
    get: async (path: string) => (await ask(mock.fetch, `GET /control/v1${path}`)).body,
    put: (path: string, body: unknown) => ask(mock.fetch, `PUT /control/v1${path}`, { body }),
    send: () => ask(mock.fetch, `POST ${sendPath}`, { body: service }),
    towards: async (person: string, sender: string) => {
      const { body } = await ask(mock.fetch, `GET /control/v1/persons/${person}/outlook`)
      return body.senders.find((one: { readonly sender: string }) => one.sender === sender)
    },
  }
}

test('MA-3, MA-4, X-2: a recipient’s windows are told with the instants at which the rules change their word', async () => {
  const mock = await mocked()
  const activeUntil = startAt - dayMs + 31 * dayMs
  expect(await mock.towards('amina', 'kijani')).toEqual({
    sender: 'kijani',
    open: true,
    windows: [{ kind: 'active', rule: 'MA-4', from: startAt - dayMs, until: activeUntil }],
  })
  await mock.send()
  await mock.clock.advance(dayMs - 3 * hourMs)
  expect(await mock.towards('amina', 'kijani')).toMatchObject({
    open: false,
    verdict: { rule: 'MA-3', mendAfterMs: 2 * dayMs + 3 * hourMs },
    opensAt: startAt + 3 * dayMs,
    windows: [
      { kind: 'spacing', rule: 'MA-3', from: startAt, until: startAt + 3 * dayMs },
      { kind: 'active', until: activeUntil },
    ],
  })
  const { turns } = await mock.get('/turns?person=amina')
  expect(turns.slice(0, 2)).toEqual([
    { kind: 'opens', at: startAt + 3 * dayMs, rule: 'MA-3', sender: 'kijani', person: 'amina' },
    { kind: 'becomes-inactive', at: activeUntil, rule: 'MA-4', sender: 'kijani', person: 'amina' },
  ])
  await mock.put('/rules/MA-17', { enabled: false })
  await mock.clock.moveTo(turns[0].at - 1)
  expect((await mock.send()).body.code).toBe(70013)
  await mock.clock.moveTo(turns[0].at)
  expect((await mock.send()).body.code).toBe(0)
  await mock.clock.moveTo(turns[1].at - 1)
  expect((await mock.send()).body.code).toBe(0)
  await mock.clock.moveTo(turns[1].at)
  expect((await mock.send()).body.code).toBe(70012)
})

test('MA-4: what time does not mend has no instant at which it opens', async () => {
  const mock = await mocked()
  const moussa = await mock.towards('moussa', 'kijani')
  expect(moussa).toMatchObject({ open: false, verdict: { rule: 'MA-4' }, windows: [] })
  expect(moussa).not.toHaveProperty('opensAt')
  expect(await mock.towards('amina', 'safari')).toMatchObject({ open: false, verdict: { rule: 'MA-6' } })
})

test('MA-3: a message that may follow only after the recipient is inactive is not foretold', async () => {
  const mock = await mocked()
  await mock.clock.moveTo(startAt + 29 * dayMs)
  await mock.send()
  expect(await mock.towards('amina', 'kijani')).toMatchObject({ open: false, verdict: { rule: 'MA-3' } })
  expect(await mock.towards('amina', 'kijani')).not.toHaveProperty('opensAt')
})

test('MA-3, MA-20: switched-off rules and numbers of a revision count, as they do for sends', async () => {
  const mock = await mocked()
  await mock.send()
  await mock.put('/miniapp', { frequency: { mode: 'calendar', days: 3 } })
  // Amina lives at UTC+3: her third date begins at 21:00 of the second day.
  expect(await mock.towards('amina', 'kijani')).toMatchObject({ opensAt: Date.parse('2026-03-04T21:00:00Z') })
  await mock.put('/rules/MA-3', { enabled: false })
  expect(await mock.towards('amina', 'kijani')).toMatchObject({ open: true, windows: [{ kind: 'active' }] })
})

test('OA-8: what counts against the frequency of template messages, and when there is room again', async () => {
  const mock = await mocked()
  await mock.put('/open-api', { profile: 'current', frequency: { messages: 1, perMs: hourMs } })
  expect(await mock.towards('amina', 'soko')).toEqual({ sender: 'soko', open: true, windows: [] })
  await ask(mock.fetch, `POST ${openPath}`, { body: template })
  expect(await mock.towards('amina', 'soko')).toMatchObject({
    open: false,
    opensAt: startAt + hourMs,
    windows: [{ kind: 'often', from: startAt, until: startAt + hourMs, left: 0 }],
  })
})

test('CS-2, CS-4: what a user’s action opened is told with what is left of it', async () => {
  const mock = await mocked()
  const openid = 'oJ7rn4minaBqT2x0XcWvEd81Kp5s'
  expect(await mock.towards('amina', 'jirani')).toEqual({ sender: 'jirani', open: false, windows: [] })
  const act = (body: object) =>
    ask(mock.fetch, `POST /control/v1/official-accounts/jirani/followers/${openid}/actions`, { body })
  await act({ kind: 'text', content: 'hello' })
  await act({ kind: 'menu-click', key: 'bill' })
  expect(await mock.towards('amina', 'jirani')).toMatchObject({
    open: true,
    windows: [
      { kind: 'reply', rule: 'CS-4', until: startAt + 60_000, left: 3 },
      { kind: 'reply', rule: 'CS-2', until: startAt + 48 * hourMs, left: 5 },
    ],
  })
})

test('MA-6, MA-20: capabilities that come back and revisions are among what time changes; nobody is told of strangers', async () => {
  const mock = await mocked()
  await ask(mock.fetch, 'POST /control/v1/senders/kijani/disable', {
    body: { until: startAt + dayMs, reason: 'Complaints' },
  })
  await mock.put('/rule-sets/2', {
    name: 'miniapp-messages',
    version: '2',
    effectiveAt: startAt + 2 * dayMs,
    bulletin: { en: 'Every 7 days.' },
    numbers: { frequency: { mode: 'rolling', days: 7 } },
  })
  const { turns, persons } = await mock.get('/turns')
  expect(persons).toBe(2)
  expect(turns).toContainEqual({ kind: 'comes-back', at: startAt + dayMs, rule: 'MA-6', sender: 'kijani' })
  expect(turns).toContainEqual({
    kind: 'rules-change',
    at: startAt + 2 * dayMs,
    rule: 'MA-20',
    about: 'miniapp-messages 2',
  })
  expect(await mock.towards('amina', 'kijani')).toMatchObject({ open: false, opensAt: startAt + dayMs })
  expect((await ask(mock.fetch, 'GET /control/v1/turns?person=nobody')).status).toBe(404)
  expect((await ask(mock.fetch, 'GET /control/v1/persons/nobody/outlook')).status).toBe(404)
})
