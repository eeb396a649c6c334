import { memoryStorage } from '@minibell/client/testing'
import { expect, test } from 'vitest'
import { phones, shown, transports } from './rig.ts'

test.each(Object.keys(transports) as (keyof typeof transports)[])(
  'DL-9: one message from the send API into a page, by %s',
  async (by) => {
    const { phone, send, pass, mock } = await phones()
    const center = await phone({ by })
    const kijani = await phone({ by, sender: 'kijani' })
    expect(await send('Your bill is ready')).toBe(0)
    await pass(2_000)
    const fresh = { total: 1, unseen: 1, unread: 1, rows: [['Your bill is ready', false]] }
    expect([shown(center.inbox), shown(kijani.inbox)]).toEqual([fresh, fresh])

    const [item] = kijani.inbox.getSnapshot().slice(0, 1)
    expect(await kijani.inbox.open(item?.id ?? '')).toMatchObject({ outcome: 'opened' })
    expect(kijani.navigator.calls).toEqual([
      { call: 'push', page: { path: 'pages/bill/detail', query: { id: '2041' } } },
    ])
    await pass(4_000)
    const opened = { total: 1, unseen: 0, unread: 0, rows: [['Your bill is ready', true]] }
    expect([shown(center.inbox), shown(kijani.inbox)]).toEqual([opened, opened])
    expect(center.told.filter(([name]) => name === 'read')).toHaveLength(1)
    expect(mock.journal().filter(({ kind }) => kind === 'receipt').length).toBeGreaterThan(0)
    expect(await mock.platform.directory.lastUsedAt('amina', 'kijani')).toBeGreaterThan(1_767_225_600_000)
  },
)

test('JR-5: from the Center a message launches its sender', async () => {
  const { phone, send, pass } = await phones()
  const center = await phone()
  await send('Your bill is ready')
  await pass(0)
  await center.inbox.open(center.inbox.getSnapshot().at(0)?.id ?? '')
  expect(center.navigator.calls).toMatchObject([
    { call: 'launch', launch: { sender: 'kijani', page: { path: 'pages/bill/detail' } } },
  ])
})

test('a reload loses nothing: list, marks and receipts that had not gone', async () => {
  const { phone, send, pass } = await phones()
  const storage = memoryStorage()
  const before = await phone({ storage })
  await send('Your bill is ready')
  await pass(2_000)
  before.inbox.start()()
  before.inbox.markRead([before.inbox.getSnapshot().at(0)?.id ?? ''])
  await pass(0)
  const after = await phone({ storage })
  expect(shown(after.inbox)).toMatchObject({ unread: 0, rows: [['Your bill is ready', true]] })
  await pass(2_000)
  const other = await phone()
  expect(shown(other.inbox)).toMatchObject({ unread: 0, unseen: 0 })
})

test('DL-6: a withdrawal reaches every phone', async () => {
  const { phone, send, pass, mock } = await phones()
  const [one, two] = [await phone(), await phone({ by: 'polling' })]
  await send('Your bill is ready')
  await pass(2_000)
  const id = one.inbox.getSnapshot().at(0)?.id ?? ''
  await mock.platform.sends.withdraw(id)
  await pass(2_000)
  expect([shown(one.inbox), shown(two.inbox)]).toMatchObject([
    { total: 0, rows: [] },
    { total: 0, rows: [] },
  ])
  expect(await one.inbox.open(id)).toEqual({ outcome: 'gone', itemId: id, reason: 'withdrawn' })
})

test('DL-4: a platform that is reset is followed into its new epoch', async () => {
  const { phone, send, pass, mock } = await phones()
  const one = await phone()
  await send('Your bill is ready')
  await pass(0)
  await mock.platform.worlds.reset()
  await pass(2_000)
  // The reset forgot the session as well.
  expect(one.inbox.getSnapshot().status).toMatchObject({ phase: 'error', code: 'unauthorized' })
  one.inbox.retry()
  await pass(2_000)
  expect(shown(one.inbox)).toMatchObject({ total: 0, unseen: 0, rows: [] })
  await mock.use({ person: 'amina', sender: 'kijani' })
  expect(await send('Another bill')).toBe(0)
  await pass(2_000)
  expect(shown(one.inbox)).toMatchObject({ total: 1, unseen: 1 })
  expect(one.told.map(([name]) => name)).toEqual(['received', 'resync', 'refused', 'received'])
})

test('DL-1: the inbox of one sender knows nothing of another', async () => {
  const { phone, send, pass } = await phones()
  const other = await phone({ sender: 'safari' })
  await send('Your bill is ready')
  await pass(2_000)
  expect(shown(other.inbox)).toMatchObject({ total: 0, rows: [] })
})

test('DL-2: a token that is revoked while a phone is live costs nothing', async () => {
  const { phone, send, pass, mock } = await phones()
  const tokens: string[] = []
  const { session } = mock
  Object.assign(mock, {
    session: async (options: Parameters<typeof session>[0]) => {
      const token = await session(options)
      tokens.push(token)
      return token
    },
  })
  const one = await phone()
  await mock.platform.delivery.revoke(tokens[0] ?? '')
  await pass(1_000)
  await send('Your bill is ready')
  await pass(1_000)
  expect([tokens.length, one.inbox.getSnapshot().status.phase, one.inbox.getSnapshot().length]).toEqual([2, 'live', 1])
})

test('X-2: the clock of the inbox travels with the platform', async () => {
  const { phone, mock, pass } = await phones()
  const one = await phone()
  await mock.clock.advance({ days: 3 })
  await pass(0)
  expect(one.inbox.clock.now() - mock.clock.now()).toBe(0)
  await mock.clock.advance({ days: 31 })
  await pass(1_000)
  // The token ran out on the way; another was fetched.
  expect([one.inbox.clock.now() - mock.clock.now(), one.inbox.getSnapshot().status.phase]).toEqual([0, 'live'])
})
