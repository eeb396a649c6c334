import { expect, test } from 'vitest'
import { ask, dayMs, demoMock, sendPath, service, startAt } from './asked.ts'

type Mock = Awaited<ReturnType<typeof demoMock>>

const send = (mock: Mock, changes: object = {}) =>
  ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, ...changes } })
const post = async (mock: Mock, path: string, body: unknown = {}) =>
  ask(mock.fetch, `POST /control/v1/${path}`, { body })
const letters = async (mock: Mock, id = 'kijani') =>
  (await ask(mock.fetch, `GET /control/v1/senders/${id}/internal-messages`)).body.messages
const about = async (mock: Mock, id?: string) => (await letters(mock, id)).map((each: { about: string }) => each.about)
const standing = async (mock: Mock, id = 'kijani') =>
  (await ask(mock.fetch, `GET /control/v1/senders/${id}/standing`)).body

async function sentItem(mock: Mock): Promise<string> {
  return (await send(mock)).body.data.results[0].itemId
}

test('MA-6: an application goes to review, and is granted or refused with a reason that the developer reads', async () => {
  const mock = await demoMock()
  const asSafari = {
    miniappId: 'mp_safari',
    uniqueIds: ['rider-81'],
    message: { ...service.message, jumpUrl: 'pages/trips/index' },
  }
  const apply = () => ask(mock.fetch, 'POST /miniapp/v1/capability/apply', { body: { miniappId: 'mp_safari' } })
  await mock.use({ person: 'amina', sender: 'safari' })
  expect((await apply()).body).toEqual({ code: 0, message: 'success', data: { capability: 'in-review' } })
  const again = await apply()
  expect([again.body.code, again.body.data.denial.rule, again.body.data.denial.received]).toEqual([
    70008,
    'MA-6.apply',
    'it is in-review',
  ])
  const refused = await post(mock, 'senders/safari/review', { decision: 'refuse', reason: 'Describe the scenario.' })
  expect(refused.body).toEqual({ capability: 'refused' })
  const denied = await send(mock, asSafari)
  expect([denied.body.code, denied.body.data.denial.received]).toEqual([
    70008,
    'it is refused: "Describe the scenario."',
  ])
  expect((await post(mock, 'senders/safari/review', { decision: 'grant' })).status).toBe(409)
  await apply()
  await post(mock, 'senders/safari/review', { decision: 'grant' })
  expect((await send(mock, asSafari)).body.code).toBe(0)
  expect(await about(mock, 'safari')).toEqual(['granted', 'applied', 'refused', 'applied'])
  const told = await ask(mock.fetch, 'GET /miniapp/v1/internal-messages?miniappId=mp_safari')
  expect(told.body.data.messages[2].text).toEqual({
    en: 'The message capability was refused: Describe the scenario.',
    zh: '消息能力申请被拒绝：Describe the scenario.',
  })
})

test('MA-6: the console applies by the same rule, for every platform', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, 'PUT /control/v1/senders/soko/capability', { body: { capability: 'not-applied' } })
  expect((await post(mock, 'senders/soko/apply')).body).toEqual({ capability: 'in-review' })
  const again = await post(mock, 'senders/soko/apply')
  expect([again.status, again.body.error.message]).toEqual([
    409,
    'Failed to apply for soko: a capability that is not-applied or refused is expected, it is in-review. Wait for the review; an internal message tells the result.',
  ])
  expect((await post(mock, 'senders/none/apply')).status).toBe(404)
  expect((await post(mock, 'senders/soko/apply', { now: true })).status).toBe(400)
})

test('MA-19: internal messages are read up to a number, which never goes back', async () => {
  const mock = await demoMock()
  const path = 'senders/kijani/internal-messages'
  const readUpTo = async () => (await ask(mock.fetch, `GET /control/v1/${path}`)).body.readUpTo
  await post(mock, 'senders/kijani/disable', { reason: 'Links.' })
  await post(mock, 'senders/kijani/enable')
  expect(await readUpTo()).toBe(0)
  expect((await post(mock, `${path}/read`, { upTo: 1 })).body).toEqual({ readUpTo: 1 })
  expect((await post(mock, `${path}/read`, { upTo: 0 })).body).toEqual({ readUpTo: 1 })
  expect((await post(mock, `${path}/read`)).body).toEqual({ readUpTo: 2 })
  await post(mock, 'senders/kijani/revoke', { reason: 'Fraud.' })
  expect((await letters(mock))[0]).toMatchObject({ id: 3, about: 'revoked' })
  expect(await readUpTo()).toBe(2)
  for (const upTo of [-1, 1.5, '2', null]) expect((await post(mock, `${path}/read`, { upTo })).status).toBe(400)
  expect((await post(mock, 'senders/none/internal-messages/read')).status).toBe(404)
})

test('MA-6: who is granted, disabled or revoked has nothing to apply for', async () => {
  const mock = await demoMock()
  const apply = () => ask(mock.fetch, 'POST /miniapp/v1/capability/apply', { body: { miniappId: 'mp_kijani' } })
  expect((await apply()).body.code).toBe(70008)
  for (const capability of ['disabled', 'revoked', 'in-review']) {
    await ask(mock.fetch, 'PUT /control/v1/senders/kijani/capability', { body: { capability } })
    expect((await apply()).body.data.denial.rule).toBe('MA-6.apply')
  }
})

test('MA-6, X-2: the clock ends a disabled capability, and tells the developer', async () => {
  const mock = await demoMock()
  const until = startAt + 7 * dayMs
  const disabled = await post(mock, 'senders/kijani/disable', { until, reason: 'Links in messages.' })
  expect(disabled.body).toEqual({ capability: 'disabled', disabledUntil: until })
  const denial = (await send(mock)).body.data.denial
  expect(denial).toMatchObject({ rule: 'MA-6', mendAfterMs: 7 * dayMs })
  expect(denial.received).toBe('it is disabled until 2026-03-09T12:00:00.000Z: "Links in messages."')
  await mock.clock.advance(7 * dayMs - 1)
  expect((await send(mock)).body.code).toBe(70008)
  await mock.clock.advance(1)
  expect((await send(mock)).body.code).toBe(0)
  expect(await about(mock)).toEqual(['enabled', 'disabled'])
  expect(await standing(mock)).toMatchObject({ capability: 'granted' })
  expect((await standing(mock)).disabledUntil).toBeUndefined()
})

test('MA-19: a disabled capability without an end stays; the operator gives it back', async () => {
  const mock = await demoMock()
  await post(mock, 'senders/kijani/disable', { reason: 'Until the case is closed.' })
  await mock.clock.advance(400 * dayMs)
  expect((await send(mock)).body.code).toBe(70008)
  await ask(mock.fetch, 'POST /control/v1/senders/kijani/enable')
  await mock.use({ person: 'amina', sender: 'kijani' })
  expect((await send(mock)).body.code).toBe(0)
})

test('MA-19: violations add up by weight and degree and climb the ladder to removal', async () => {
  const mock = await demoMock()
  const violate = (kind: string, degree: string) =>
    post(mock, 'senders/kijani/violations', { kind, degree, reason: `A ${degree} one.` })
  expect((await violate('promotion', 'minor')).body).toMatchObject({ violation: 1, points: 3, capability: 'granted' })
  expect((await violate('false', 'minor')).body).toMatchObject({ points: 7, capability: 'disabled' })
  expect(await standing(mock)).toMatchObject({ disabledUntil: startAt + 7 * dayMs, reason: '6 points of violations' })
  expect((await violate('content', 'minor')).body).toMatchObject({ points: 12, capability: 'disabled' })
  expect(await standing(mock)).toMatchObject({ disabledUntil: startAt + 30 * dayMs })
  expect((await violate('content', 'serious')).body).toMatchObject({
    points: 22,
    capability: 'revoked',
    status: 'available',
  })
  expect((await violate('content', 'serious')).body).toMatchObject({
    points: 32,
    capability: 'revoked',
    status: 'removed',
  })
  expect((await send(mock)).body.code).toBe(70001)
  const steps = ['warned', 'disabled', 'disabled', 'revoked', 'removed'].flatMap((step) => ['violation', step])
  expect((await about(mock)).reverse()).toEqual(steps)
})

test('MA-19: what is older than the window, or was taken back, counts no more', async () => {
  const mock = await demoMock()
  const violate = () => post(mock, 'senders/kijani/violations', { kind: 'promotion', reason: 'A link.' })
  await violate()
  await mock.clock.advance(90 * dayMs)
  expect((await violate()).body.points).toBe(3)
  expect((await post(mock, 'senders/kijani/violations/2/dismiss', { reason: 'It was ours.' })).status).toBe(200)
  expect((await violate()).body).toMatchObject({ points: 3, capability: 'granted' })
  expect((await post(mock, 'senders/kijani/violations/9/dismiss', { reason: 'None.' })).status).toBe(404)
  expect((await post(mock, 'senders/kijani/violations/x/dismiss', { reason: 'None.' })).status).toBe(404)
})

test('MA-19: a loss reserves the liability, and the developer is told', async () => {
  const mock = await demoMock()
  await post(mock, 'senders/kijani/violations', { kind: 'false', reason: 'Untrue.', loss: 'KSh 40,000 of top-ups' })
  expect((await standing(mock)).violations).toMatchObject([{ loss: 'KSh 40,000 of top-ups', liability: 'reserved' }])
  expect((await letters(mock)).map((each: { text: { en: string } }) => each.text.en)).toContain(
    'A loss was caused; the right to hold the developer liable is reserved: KSh 40,000 of top-ups',
  )
})

test('MA-19: after removal rows stay, their sender is told as removed, and nobody launches it; it may come back', async () => {
  const mock = await demoMock()
  const itemId = await sentItem(mock)
  await post(mock, 'senders/kijani/remove', { reason: 'Fraud.' })
  const token = 'demo-host-amina'
  const page = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token })).body
  expect(page.items.map((each: { item: { id: string } }) => each.item.id)).toEqual([itemId])
  expect(page.senders).toMatchObject([{ id: 'kijani', status: 'removed' }])
  const use = () => ask(mock.fetch, 'POST /delivery/v1/uses', { token, body: { sender: 'kijani' } })
  expect((await use()).status).toBe(400)
  expect((await send(mock)).body.data.denial.received).toBe('Kijani Energy is removed: "Fraud."')
  await post(mock, 'senders/kijani/restore')
  expect((await use()).status).toBe(200)
})

test.each([
  // A complaint and a warning change nothing; after three days the next send passes.
  { step: 'reported', code: 0, sender: 'available', jump: 200 },
  { step: 'warned', code: 0, sender: 'available', jump: 200 },
  // Without the capability nothing goes out; what was delivered stays and leads.
  { step: 'disabled', code: 70008, sender: 'available', jump: 200 },
  { step: 'revoked', code: 70008, sender: 'available', jump: 200 },
  // After removal it stays and leads nowhere.
  { step: 'removed', code: 70001, sender: 'removed', jump: 400 },
])(
  'MA-19: $step: a send is answered $code, delivered items stay, their sender is $sender, a jump gets $jump',
  async (row) => {
    const mock = await demoMock()
    const token = 'demo-host-amina'
    const itemId = await sentItem(mock)
    const violate = (kind: string, degree: string) =>
      post(mock, 'senders/kijani/violations', { kind, degree, reason: 'So.' })
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      reported: () => ask(mock.fetch, 'POST /delivery/v1/reports', { token, body: { itemId, kind: 'harassing' } }),
      warned: () => violate('promotion', 'minor'),
      disabled: () => violate('promotion', 'serious'),
      revoked: () => violate('content', 'grave'),
      removed: () => violate('content', 'grave').then(() => violate('content', 'serious')),
    }
    await steps[row.step]?.()
    await mock.clock.advance(3 * dayMs)
    const next = { ...service.message, title: 'Power is back', content: 'Since 14:10.' }
    expect((await send(mock, { message: next })).body.code).toBe(row.code)
    const { items, senders } = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token })).body
    expect(items.map((each: { item: { id: string } }) => each.item.id)).toContain(itemId)
    expect(items).toHaveLength(row.code === 0 ? 2 : 1)
    expect(senders[0].status).toBe(row.sender)
    expect((await ask(mock.fetch, 'POST /delivery/v1/uses', { token, body: { sender: 'kijani' } })).status).toBe(
      row.jump,
    )
  },
)

test('MA-2: enterprise and personal accounts send alike', async () => {
  const mock = await demoMock()
  const kijani = (await ask(mock.fetch, 'GET /control/v1/senders/kijani')).body
  await ask(mock.fetch, 'PUT /control/v1/senders/kijani', { body: { ...kijani, accountKind: 'personal' } })
  expect((await send(mock)).body.code).toBe(0)
  const rules = (await ask(mock.fetch, 'GET /control/v1/rules')).body.rules
  expect(rules.filter(({ id }: { id: string }) => id === 'MA-2' || id.startsWith('MA-2.'))).toEqual([])
})

test('MA-19, X-3: ledger, letters, revisions and switches travel with an exported world', async () => {
  const mock = await demoMock()
  await sentItem(mock)
  await post(mock, 'senders/kijani/violations', { kind: 'false', reason: 'Untrue.', loss: 'KSh 40' })
  await post(mock, 'senders/safari/remove', { reason: 'Fraud.' })
  await ask(mock.fetch, 'PUT /control/v1/miniapp', { body: { signatures: 'when-present' } })
  await ask(mock.fetch, 'PUT /control/v1/persons/amina/switches', { body: { push: false } })
  const world = (await ask(mock.fetch, 'GET /control/v1/world')).body
  const other = await demoMock()
  expect((await ask(other.fetch, 'PUT /control/v1/world', { body: world })).status).toBe(200)
  for (const path of [
    'senders/kijani/standing',
    'senders/kijani/internal-messages',
    'senders/safari',
    'miniapp',
    'persons/amina/switches',
  ])
    expect((await ask(other.fetch, `GET /control/v1/${path}`)).body).toEqual(
      (await ask(mock.fetch, `GET /control/v1/${path}`)).body,
    )
})

test('unknown senders have no standing, and a step needs its reason', async () => {
  const mock = await demoMock()
  for (const [path, body] of [
    ['senders/none/disable', { reason: 'x' }],
    ['senders/none/remove', { reason: 'x' }],
    ['senders/none/violations', { kind: 'false', reason: 'x' }],
  ] as const)
    expect((await post(mock, path, body)).status).toBe(404)
  for (const path of ['disable', 'revoke', 'remove', 'violations'])
    expect((await post(mock, `senders/kijani/${path}`)).status).toBe(400)
  expect((await ask(mock.fetch, 'GET /control/v1/senders/none/standing')).status).toBe(404)
})
