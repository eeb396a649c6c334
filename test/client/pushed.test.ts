import { polling, pushes } from '@minibell/client'
import { expect, test } from 'vitest'
import { phones } from './rig.ts'

/** A phone without a way of its own but a slow poll. */
async function pushed() {
  const rig = await phones()
  const one = await rig.phone({ by: polling({ everyMs: 600_000 }), pushes: pushes() })
  const frame = async () => {
    const { position } = one.inbox.getSnapshot()
    const query = `epoch=${position?.epoch}&after=${position?.offset}`
    const token = await rig.mock.session({ person: 'amina' })
    const headers = { authorization: `Bearer ${token}` }
    const { body } = await rig.mock.http({ method: 'GET', url: `/delivery/v1/changes?${query}`, headers }).response
    return { type: 'resumed', ...JSON.parse(body) }
  }
  return { ...rig, ...one, frame }
}

test('X-9: a push that is a frame is news at once, told once however often it comes', async () => {
  const { frame, send, inbox, told, pass, mock } = await pushed()
  await send('Your bill is ready')
  const news = await frame()
  const before = mock.journal().length
  inbox.ingest(JSON.stringify(news))
  inbox.ingest(news)
  expect(inbox.getSnapshot()).toMatchObject({ length: 1, unseen: 1 })
  await pass(0)
  expect(told.filter(([name]) => name === 'received')).toHaveLength(1)
  expect(mock.journal()).toHaveLength(before)
})

test.each([[undefined], ['You have a message'], [{ aps: { 'content-available': 1 } }], [null], [7]])(
  'X-9: a push that says %j makes the inbox ask',
  async (payload) => {
    const { send, inbox, pass } = await pushed()
    await send('Your bill is ready')
    inbox.ingest(payload)
    await pass(0)
    expect(inbox.getSnapshot()).toMatchObject({ length: 1, unseen: 1 })
  },
)

test('X-9: a push that looks like a frame and is none is reported, and asked for', async () => {
  const { send, inbox, told, pass } = await pushed()
  await send('Your bill is ready')
  inbox.ingest({ type: 'batch', epoch: 7 })
  await pass(0)
  expect(told.map(([name]) => name)).toContain('report ingest')
  expect(inbox.getSnapshot().length).toBe(1)
})

test('X-9: a push after a gap, and one while the inbox is stopped, cost nothing', async () => {
  const { send, inbox, pass, mock } = await pushed()
  await send('Your bill is ready')
  inbox.ingest({ type: 'batch', epoch: inbox.getSnapshot().position?.epoch, from: 900, to: 901, changes: [] })
  await pass(0)
  expect(inbox.getSnapshot().length).toBe(1)
  inbox.start()()
  await mock.use({ person: 'amina', sender: 'kijani' })
  await mock.clock.advance({ days: 3 })
  await send('Another bill')
  inbox.ingest()
  inbox.start()
  await pass(300)
  expect(inbox.getSnapshot().length).toBe(2)
})
