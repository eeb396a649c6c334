import { expect, test } from 'vitest'
import { rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'

test('DL-2: an expired token is asked for once more, and the same position goes on', async () => {
  const { inbox, platform, time, of } = rig({ session: { getToken: async () => tokens.shift() ?? 'none left' } })
  const tokens = ['old', 'new']
  platform.levers.tokens = { good: ['old'], expired: [] }
  inbox.start()
  await time.advance(0)
  platform.levers.tokens = { good: ['new'], expired: ['old'] }
  platform.connections[0]?.say({ type: 'bye', code: 'expired' })
  await time.advance(0)
  platform.append(sampleAdded('a'))
  await time.advance(500)
  expect(inbox.getSnapshot().status.phase).toBe('live')
  expect(of('received').flat()).toMatchObject([{ id: 'a' }])
  expect([tokens, platform.requests.filter(({ url }) => url.includes('/snapshot')).length]).toEqual([[], 1])
})

test('DL-2: a token that ran out before a request is renewed within that request', async () => {
  const tokens = ['old', 'new']
  const { inbox, platform, time } = rig({ session: { getToken: () => tokens.shift() ?? 'none left' } })
  platform.levers.tokens = { good: ['new'], expired: ['old'] }
  inbox.start()
  await time.advance(0)
  expect(inbox.getSnapshot().position).toBeDefined()
  // The socket beside it was refused as well, and comes again with the new one.
  await time.advance(500)
  expect([inbox.getSnapshot().status.phase, tokens]).toEqual(['live', []])
})

test('DL-2: an unknown token stops until retry, which asks for another', async () => {
  const { inbox, platform, time } = rig({ session: { getToken: () => token } })
  let token = 'old'
  platform.levers.tokens = { good: [], expired: [] }
  inbox.start()
  await time.advance(300_000)
  expect(inbox.getSnapshot().status).toMatchObject({ phase: 'error', code: 'unauthorized' })
  expect(platform.requests).toHaveLength(1)
  platform.levers.tokens = { good: ['new'], expired: [] }
  token = 'new'
  inbox.retry()
  await time.advance(0)
  expect(inbox.getSnapshot().status.phase).toBe('live')
})

test('a token that cannot be had is asked for again, later and later', async () => {
  const asked: number[] = []
  const { inbox, time, reported } = rig({
    session: {
      getToken() {
        asked.push(time.elapsed())
        throw new Error('log in first')
      },
    },
  })
  inbox.start()
  await time.advance(4_000)
  expect(asked).toEqual([0, 250, 750, 1_750, 3_750])
  expect(reported.map(([, context]) => context)).toEqual(Array(5).fill('getToken'))
  expect(inbox.getSnapshot().status.phase).toBe('loading')
})
