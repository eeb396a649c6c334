import { expect, test } from 'vitest'
import type { NewChange } from '../testing/fake-log.ts'
import { recordingNavigator } from '../testing/recording-navigator.ts'
import { liveRig } from '../testing/rig.ts'
import { sampleAdded, sampleMessage } from '../testing/samples.ts'
import { type RouterOptions, router } from './router.ts'

const page = { path: 'pages/bill/detail', query: { id: '2041' } }

async function opening(over: Partial<RouterOptions> = {}, stack?: Parameters<typeof recordingNavigator>[0]) {
  const navigator = recordingNavigator(stack)
  const pages = ['pages/home/index', 'pages/bill/detail', 'pages/mine/index']
  const route = router({ navigator, sender: 'kijani', pages, tabs: ['pages/mine/index'], ...over })
  const made = await liveRig({ router: route })
  const add = async (...changes: NewChange[]) => {
    made.platform.append(...changes)
    await made.time.advance(0)
  }
  await add(sampleAdded('a'))
  return { ...made, navigator, add }
}

test('JR-1: a page is pushed with its query; JR-11: then it is opened, told and a use', async () => {
  const { inbox, navigator, platform, time, of } = await opening()
  const outcome = await inbox.open('a')
  expect(outcome).toMatchObject({ outcome: 'opened', item: { id: 'a' }, jump: page })
  expect(navigator.calls).toEqual([{ call: 'push', page }])
  expect([inbox.getSnapshot().unread, of('opened')]).toEqual([0, [outcome]])
  await time.advance(1_000)
  expect(platform.receipts.map(({ kind }) => kind)).toEqual(['opened'])
  expect(platform.uses).toEqual(['kijani'])
})

test('JR-2: a tab page is switched to, its query goes along', async () => {
  const { inbox, navigator, add } = await opening()
  await add(sampleAdded('b', { message: sampleMessage({ path: 'pages/mine/index', query: { from: 'x' } }) }))
  expect(await inbox.open('b')).toMatchObject({ outcome: 'opened' })
  expect(navigator.calls).toEqual([{ call: 'tab', page: { path: 'pages/mine/index', query: { from: 'x' } } }])
})

test('JR-3: a full stack replaces', async () => {
  const stack = Array.from({ length: 10 }, (_, index) => ({ path: 'pages/home/index', query: { n: `${index}` } }))
  const { inbox, navigator } = await opening({}, stack)
  await inbox.open('a')
  expect([navigator.calls, navigator.depth()]).toEqual([[{ call: 'replace', page }], 10])
})

test('JR-4: the page that is shown already is not opened twice, and counts as opened', async () => {
  const { inbox, navigator } = await opening({}, [{ path: 'pages/home/index', query: {} }, page])
  expect(await inbox.open('a')).toMatchObject({ outcome: 'opened' })
  expect([navigator.calls, inbox.getSnapshot().unread]).toEqual([[], 0])
})

test('JR-4: the same page with another query is another page', async () => {
  const { inbox, navigator } = await opening({}, [{ path: page.path, query: { id: '1' } }])
  await inbox.open('a')
  expect(navigator.calls).toEqual([{ call: 'push', page }])
})

test('JR-5: from the Center the sender is launched with path, query, scene and referrer', async () => {
  const { inbox, navigator, platform, time } = await opening({ sender: 'center', scene: 1014 })
  expect(await inbox.open('a')).toMatchObject({ outcome: 'opened' })
  const referrer = { from: 'message', itemId: 'a' }
  expect(navigator.calls).toEqual([{ call: 'launch', launch: { sender: 'kijani', page, scene: 1014, referrer } }])
  await time.advance(0)
  expect(platform.uses).toEqual(['kijani'])
})

test('JR-5: a host that cannot launch says so', async () => {
  const { launch: _, ...navigator } = recordingNavigator()
  const { inbox } = await opening({ sender: 'center', navigator })
  expect(await inbox.open('a')).toMatchObject({ outcome: 'failed', error: { code: 'no-launch' } })
  expect(inbox.getSnapshot().unread).toBe(1)
})

test('JR-6: the query reaches the navigator as it is, decoded once', async () => {
  const { inbox, navigator, add } = await opening()
  const query = { a: '1=2&3', b: '', c: '%41+ é中' }
  await add(sampleAdded('b', { message: sampleMessage({ query }) }))
  await inbox.open('b')
  expect(navigator.current()).toEqual({ path: page.path, query })
})

test('JR-7: an unknown page is told and leads nowhere', async () => {
  const { inbox, navigator, of } = await opening({ pages: ['pages/home/index'] })
  expect(await inbox.open('a')).toMatchObject({ outcome: 'not-found', jump: page })
  expect([navigator.calls, inbox.getSnapshot().unread, of('opened').length]).toEqual([[], 1, 1])
})

test('JR-7: or home, where that is wished', async () => {
  const { inbox, navigator } = await opening({ pages: ['pages/home/index'], home: 'pages/home/index' })
  expect(await inbox.open('a')).toMatchObject({ outcome: 'opened' })
  expect(navigator.calls).toEqual([{ call: 'relaunch', page: { path: 'pages/home/index', query: {} } }])
})

test('JR-8: a double tap jumps once', async () => {
  const { inbox, navigator } = await opening()
  const taps = await Promise.all([inbox.open('a'), inbox.open('a'), inbox.open('a')])
  expect(taps.map(({ outcome }) => outcome)).toEqual(['opened', 'busy', 'busy'])
  await inbox.open('a')
  expect(navigator.calls).toHaveLength(1)
})

test('JR-9: what was withdrawn, expired or never here does not jump, and says why', async () => {
  const { inbox, navigator, add } = await opening()
  await add(sampleAdded('b'), sampleAdded('c'), { type: 'withdrawn', itemId: 'a' }, { type: 'expired', itemId: 'b' })
  inbox.dismiss(['c'])
  const outcomes = [await inbox.open('a'), await inbox.open('b'), await inbox.open('c'), await inbox.open('d')]
  expect(outcomes).toEqual([
    { outcome: 'gone', itemId: 'a', reason: 'withdrawn' },
    { outcome: 'gone', itemId: 'b', reason: 'expired' },
    { outcome: 'gone', itemId: 'c', reason: 'unknown' },
    { outcome: 'gone', itemId: 'd', reason: 'unknown' },
  ])
  expect(navigator.calls).toEqual([])
})

test('JR-9: an item of a removed sender stays listed and does not jump', async () => {
  const { inbox, navigator, add } = await opening()
  await add({ type: 'senderChanged', sender: { id: 'kijani', name: 'Kijani', status: 'removed', muted: false } })
  expect(await inbox.open('a')).toEqual({ outcome: 'gone', itemId: 'a', reason: 'removed' })
  expect([navigator.calls, inbox.getSnapshot().length]).toEqual([[], 1])
})

test('JR-11: a navigation that failed leaves the item unopened', async () => {
  const { inbox, navigator, platform, time } = await opening()
  navigator.failure = new Error('navigateTo:fail')
  expect(await inbox.open('a')).toMatchObject({ outcome: 'failed', error: navigator.failure })
  await time.advance(2_000)
  expect([inbox.getSnapshot().unread, platform.uses]).toEqual([1, []])
  navigator.failure = undefined
  expect(await inbox.open('a')).toMatchObject({ outcome: 'opened' })
})

test('JR-11: opened is told only after the navigation is over', async () => {
  const { inbox, navigator } = await opening()
  let release = () => {}
  navigator.hold = new Promise((resolve) => {
    release = resolve
  })
  const tap = inbox.open('a')
  await Promise.resolve()
  expect(inbox.getSnapshot().unread).toBe(1)
  release()
  await tap
  expect(inbox.getSnapshot().unread).toBe(0)
})

test('a message that leads nowhere, or to the web, is shown and read', async () => {
  const { inbox, navigator, add } = await opening()
  const web = { kind: 'customer', type: 'text', text: 'Hi', jump: { kind: 'web', url: 'https://x.test' } } as const
  await add(
    sampleAdded('b', { message: { kind: 'unsupported', was: 'hologram', title: 'Hi' } }),
    sampleAdded('c', { message: web }),
  )
  expect(await inbox.open('b')).toMatchObject({ outcome: 'shown' })
  expect(await inbox.open('c')).toMatchObject({ outcome: 'shown' })
  expect([navigator.calls, inbox.getSnapshot().unread]).toEqual([[], 1])
})

test('without a router a message is shown', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  expect(await inbox.open('a')).toMatchObject({ outcome: 'shown' })
})
