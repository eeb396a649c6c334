import { expect, test } from 'vitest'
import { itemOf, plainFormat, snapshotOf } from '../testing/snapshot.ts'
import { english } from '../words/english.ts'
import { noBubble } from './bubble.ts'
import { faceOf } from './face.ts'

const speech = { words: english, format: plainFormat }
const snapshot = snapshotOf({
  senders: [{ id: 'kijani', name: 'Kijani Energy', status: 'available', muted: false, icon: 'data:image/png,k' }],
})

test('no bubble has no face', () => {
  expect(faceOf(noBubble, snapshot, speech)).toBeUndefined()
})

test('MA-1: one message shows sender, title, content and time', () => {
  expect(faceOf({ items: [itemOf({ title: 'Your bill', content: 'Ready.' })] }, snapshot, speech)).toEqual({
    avatar: { icon: 'data:image/png,k', letter: 'K', colour: expect.stringContaining('hsl(') },
    title: 'Your bill',
    content: 'Ready.',
    meta: 'Kijani Energy · 12:00',
  })
})

test('several of one sender are counted with its name, over the newest title', () => {
  const items = [itemOf({ offset: 1 }), itemOf({ offset: 2 }), itemOf({ offset: 3, title: 'Newest' })]
  expect(faceOf({ items }, snapshot, speech)).toMatchObject({
    title: '3 new messages from Kijani Energy',
    content: 'Newest',
    meta: '12:00',
    avatar: { letter: 'K' },
  })
})

test('several of different senders show no sender', () => {
  const face = faceOf({ items: [itemOf({ offset: 1 }), itemOf({ offset: 2, sender: 'soko' })] }, snapshot, speech)
  expect(face).toMatchObject({ title: '2 new messages', meta: '12:00' })
  expect(face).not.toHaveProperty('avatar')
})

test('a template shows its first running line, a customer message its text', () => {
  const template = itemOf({
    message: { kind: 'template', title: 'Sent', lines: [{ keyword: 'Order', text: '77' }, { text: 'Hello Amina.' }] },
  })
  expect(faceOf({ items: [template] }, snapshot, speech)).toMatchObject({ title: 'Sent', content: 'Hello Amina.' })
  const customer = itemOf({ message: { kind: 'customer', type: 'text', text: 'We are here.' } })
  expect(faceOf({ items: [customer] }, snapshot, speech)).toMatchObject({ title: '', content: 'We are here.' })
})

test('a notice stands alone', () => {
  expect(faceOf({ items: [], notice: 'This message did not open' }, snapshot, speech)).toEqual({
    title: 'This message did not open',
  })
})

test('an icon from an address that the host does not allow is left out', () => {
  const from = (pictures?: RegExp) => {
    const senders = [
      { id: 'kijani', name: 'K', status: 'available', muted: false, icon: 'https://cdn.example/k' } as const,
    ]
    return faceOf({ items: [itemOf()] }, snapshotOf({ senders }), { ...speech, pictures })?.avatar?.icon
  }
  expect([from(), from(/^https:\/\/cdn\.example\//)]).toEqual([undefined, 'https://cdn.example/k'])
})
