import { expect, test } from 'vitest'
import { recordingNavigator } from '../testing/recording-navigator.ts'
import { liveRig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { type RouterOptions, router } from './router.ts'

const page = { path: 'pages/bill/detail', query: { id: '2041' } }

async function guarded(beforeJump: RouterOptions['beforeJump']) {
  const navigator = recordingNavigator()
  const pages = ['pages/home/index', 'pages/bill/detail', 'pages/login/index']
  const options = { navigator, sender: 'kijani', pages, ...(beforeJump && { beforeJump }) }
  const made = await liveRig({ router: router(options) })
  made.platform.append(sampleAdded('a'))
  await made.time.advance(0)
  return { ...made, navigator }
}

function held() {
  let resume: (answer?: unknown) => void = () => {}
  let refuse: (error: Error) => void = () => {}
  const asked: unknown[] = []
  const beforeJump: RouterOptions['beforeJump'] = (route, item) => {
    asked.push([route.mode, route.path, item.id])
    return new Promise((resolve, reject) => {
      resume = resolve
      refuse = reject
    })
  }
  return { asked, beforeJump, resume: (answer?: unknown) => resume(answer), refuse: (error: Error) => refuse(error) }
}

test('JR-10: beforeJump holds the jump, and resumes it', async () => {
  const { asked, beforeJump, resume } = held()
  const { inbox, navigator, time } = await guarded(beforeJump)
  const tap = inbox.open('a')
  await time.advance(60_000)
  expect([asked, navigator.calls, inbox.getSnapshot().unread]).toEqual([[['push', page.path, 'a']], [], 1])
  resume()
  expect(await tap).toMatchObject({ outcome: 'opened' })
  expect([navigator.calls, inbox.getSnapshot().unread]).toEqual([[{ call: 'push', page }], 0])
})

test('JR-10: false cancels: no jump, unopened, no use, and it may be tapped again', async () => {
  const answers: unknown[] = [false, true]
  const { inbox, navigator, platform, time, of } = await guarded(() => answers.shift())
  expect(await inbox.open('a')).toMatchObject({ outcome: 'cancelled', item: { id: 'a' } })
  await time.advance(5_000)
  expect([navigator.calls, inbox.getSnapshot().unread, platform.uses, of('opened').length]).toEqual([[], 1, [], 1])
  expect(await inbox.open('a')).toMatchObject({ outcome: 'opened' })
})

test('JR-10, JR-11: a beforeJump that rejects or throws is a failed jump', async () => {
  const error = new Error('login failed')
  const { inbox, navigator } = await guarded(() => {
    throw error
  })
  expect(await inbox.open('a')).toMatchObject({ outcome: 'failed', error })
  const { beforeJump, refuse } = held()
  const other = await guarded(beforeJump)
  const tap = other.inbox.open('a')
  refuse(error)
  expect(await tap).toMatchObject({ outcome: 'failed', error })
  expect([navigator.calls, other.navigator.calls]).toEqual([[], []])
})

test('JR-10, JR-8: taps while it is held are busy', async () => {
  const { asked, beforeJump, resume } = held()
  const { inbox } = await guarded(beforeJump)
  const first = inbox.open('a')
  expect(await inbox.open('a')).toMatchObject({ outcome: 'busy' })
  resume()
  expect([await first, asked.length]).toMatchObject([{ outcome: 'opened' }, 1])
})

test('JR-10, JR-3: the route is decided after the hold, as a login page may have filled the stack', async () => {
  const { beforeJump, resume } = held()
  const { inbox, navigator } = await guarded(beforeJump)
  const tap = inbox.open('a')
  for (let at = 0; at < 9; at += 1) await navigator.push({ path: 'pages/login/index', query: { step: `${at}` } })
  resume()
  await tap
  expect([navigator.calls[9], navigator.depth()]).toEqual([{ call: 'replace', page }, 10])
})

test('JR-10, JR-9: what was withdrawn during the hold does not jump', async () => {
  const { beforeJump, resume } = held()
  const { inbox, navigator, platform, time } = await guarded(beforeJump)
  const tap = inbox.open('a')
  platform.append({ type: 'withdrawn', itemId: 'a' })
  await time.advance(0)
  resume()
  expect(await tap).toMatchObject({ outcome: 'gone', itemId: 'a' })
  expect(navigator.calls).toEqual([])
})
