// @vitest-environment jsdom

import { english } from '@minibell/views'
import { hausa } from '@minibell/views/words/ha'
import { afterEach, expect, test } from 'vitest'
import './define.ts'
import { type FakeInbox, fakeInbox } from './testing/fake-inbox.ts'
import { item, kijani, manyItems } from './testing/items.ts'

// jsdom has neither layout nor IntersectionObserver: the lists have to do without.

afterEach(() => {
  document.body.textContent = ''
})

/** One surface over `inbox`, drawn. */
async function put<Tag extends 'minibell-capsule-bubble' | 'minibell-message-center' | 'minibell-floating-window'>(
  tag: Tag,
  inbox: FakeInbox,
): Promise<{ readonly element: HTMLElementTagNameMap[Tag]; readonly root: ShadowRoot }> {
  const element = document.createElement(tag)
  element.inbox = inbox
  document.body.append(element)
  await drawn()
  if (!element.shadowRoot) throw new Error(`Failed to put ${tag}: it has no shadow root.`)
  return { element, root: element.shadowRoot }
}

/** Surfaces draw in a microtask; a tap that opens takes a few, and what comes on first use is a module. */
async function drawn(): Promise<void> {
  await import('./list/extras/extras.ts')
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

const texts = (root: ShadowRoot, selector: string): readonly (string | null)[] =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent)

test('MA-1: the center lists, marks all seen and opens', async () => {
  const inbox = fakeInbox({ items: manyItems(3), senders: [kijani] })
  const { root } = await put('minibell-message-center', inbox)
  expect(texts(root, '.title')).toEqual(['Message 3', 'Message 2', 'Message 1'])
  root.querySelector<HTMLElement>('article:nth-of-type(2)')?.click()
  await drawn()
  expect(inbox.asked).toEqual(['markAll seen', 'open i2'])
  expect(texts(root, '.unread .title')).toEqual(['Message 3', 'Message 1'])
})

test('MA-1: the floating window shows actions and, behind Messages, the same list', async () => {
  const inbox = fakeInbox({ items: manyItems(2), senders: [kijani], scope: { kind: 'sender', sender: 'kijani' } })
  const { element, root } = await put('minibell-floating-window', inbox)
  expect(root.querySelector('[role=dialog]')).toBeNull()
  element.show('actions')
  await drawn()
  expect(texts(root, 'h2, .messages .badge')).toEqual(['Kijani Energy', '2'])
  root.querySelector<HTMLElement>('.messages')?.click()
  await drawn()
  expect(texts(root, '.title')).toEqual(['Message 2', 'Message 1'])
})

test('MA-1, decision 4: the bubble’s badge follows the inbox', async () => {
  const inbox = fakeInbox({ senders: [kijani] })
  const { root } = await put('minibell-capsule-bubble', inbox)
  const badge = root.querySelector<HTMLElement>('.badge')
  expect(badge?.hidden).toBe(true)
  inbox.receive(item({ offset: 1 }), item({ offset: 2 }))
  expect([badge?.hidden, badge?.textContent]).toEqual([false, '2'])
})

test('a surface without an inbox is empty, and one that loses it lets go of it', async () => {
  const inbox = fakeInbox({ items: manyItems(2) })
  const { element, root } = await put('minibell-message-center', inbox)
  element.inbox = undefined
  await drawn()
  expect(root.querySelector('article')).toBeNull()
  inbox.receive(item({ offset: 3 }))
  await drawn()
  expect(root.querySelector('article')).toBeNull()
})

test('many changes in one turn are drawn once', async () => {
  const inbox = fakeInbox({ items: manyItems(2) })
  let drawings = 0
  const { element } = await put('minibell-message-center', inbox)
  const words = {}
  const messages = (): string => {
    drawings += 1
    return 'Messages'
  }
  Object.defineProperty(words, 'messages', { enumerable: true, get: messages })
  element.words = words
  for (let offset = 3; offset < 103; offset += 1) inbox.receive(item({ offset }))
  await drawn()
  expect(drawings).toBeLessThanOrEqual(2)
})

test('how long ago is said in the words of the page, and by Intl where those say nothing of it', async () => {
  const inbox = fakeInbox({ items: manyItems(1), senders: [kijani] })
  const { element, root } = await put('minibell-message-center', inbox)
  element.lang = 'fr'
  const saidIn = async (words: typeof element.words): Promise<readonly (string | null)[]> => {
    element.words = words
    await drawn()
    return texts(root, 'time')
  }
  const inEnglish = await saidIn(undefined)
  expect(inEnglish).toEqual(await saidIn(english))
  expect(await saidIn(hausa)).toEqual([expect.stringMatching(/gabata$|^yanzu$/)])
  expect(await saidIn({ messages: 'Courrier' })).toEqual([expect.stringMatching(/^il y a|^maintenant$/)])
})
