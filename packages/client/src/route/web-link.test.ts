import { expect, test } from 'vitest'
import { recordingNavigator } from '../testing/recording-navigator.ts'
import { liveRig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { router } from './router.ts'

async function withLink(url: string, onWebLink: (url: string) => unknown) {
  const { inbox, platform, time } = await liveRig({ router: router({ navigator: recordingNavigator(), onWebLink }) })
  platform.append(
    sampleAdded('a', { message: { kind: 'customer', type: 'text', text: 'Hi', jump: { kind: 'web', url } } }),
  )
  await time.advance(0)
  return inbox
}

test('JR-12: an address of the web is handed over where that is wished', async () => {
  const followed: string[] = []
  const inbox = await withLink('https://shop.test/a?b=1', (url) => followed.push(url))
  expect(await inbox.open('a')).toMatchObject({ outcome: 'shown' })
  expect([followed, inbox.getSnapshot().unread]).toEqual([['https://shop.test/a?b=1'], 0])
})

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>',
  '//shop.test',
  'https:/\\shop.test',
  'https://a b',
  ' https://x',
  'file:///etc/passwd',
])('JR-12: %s is handed to nobody', async (url) => {
  const followed: string[] = []
  const inbox = await withLink(url, (one) => followed.push(one))
  expect([await inbox.open('a'), followed]).toMatchObject([{ outcome: 'shown' }, []])
})

test('a host that cannot follow it leaves the item unread', async () => {
  const inbox = await withLink('https://shop.test', () => Promise.reject(new Error('no browser')))
  expect(await inbox.open('a')).toMatchObject({ outcome: 'failed', error: new Error('no browser') })
  expect(inbox.getSnapshot().unread).toBe(1)
})
