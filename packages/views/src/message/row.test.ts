import type { Message, Sender } from '@minibell/protocol'
import { expect, test } from 'vitest'
import { itemOf, noon, plainFormat, snapshotOf } from '../testing/snapshot.ts'
import { english } from '../words/english.ts'
import { rowOf } from './row.ts'

const speech = { words: english, format: plainFormat, now: noon + 300_000 }
const kijani: Sender = { id: 'kijani', name: 'Kijani Energy', status: 'available', muted: false }
const rowWith = (message: Message) => rowOf(itemOf({ message }), snapshotOf({ senders: [kijani] }), speech)
const rowFrom = (sender: Partial<Sender>) =>
  rowOf(itemOf(), snapshotOf({ senders: [{ ...kijani, ...sender }], read: ['i1'] }), speech)

test('MA-1, MA-8: a service message shows sender, time, title and content', () => {
  expect(rowOf(itemOf({ title: 'Bill', content: 'Ready.' }), snapshotOf({ senders: [kijani] }), speech)).toMatchObject({
    itemId: 'i1',
    sender: 'Kijani Energy',
    time: '5 min. ago',
    title: 'Bill',
    content: 'Ready.',
    body: [{ text: 'Ready.' }],
    unread: true,
    leads: true,
    note: '',
    label: 'Unread, Kijani Energy',
    spoken: 'Unread, Kijani Energy, Bill, Ready., 5 min. ago',
  })
})

test('decision 4: a read row is no longer called unread', () => {
  expect(rowFrom({})).toMatchObject({ unread: false, label: 'Kijani Energy' })
})

test('a template keeps its keyword lines in order and its first running line as content', () => {
  const lines = [
    { text: 'Hello.' },
    { keyword: 'Order', text: '77' },
    { keyword: 'Due', text: 'today' },
    { text: 'Bye.' },
  ]
  const row = rowWith({ kind: 'template', title: 'Sent', lines })
  expect(row).toMatchObject({
    title: 'Sent',
    content: 'Hello.',
    keywords: [lines[1], lines[2]],
    body: lines,
    leads: false,
  })
  expect(row.spoken).toContain('Order: 77, Due: today')
})

test('a customer message without a title shows its text as title, once', () => {
  expect(rowWith({ kind: 'customer', type: 'text', text: 'We are here.' })).toMatchObject({
    title: 'We are here.',
    content: '',
    body: [],
  })
})

const news = (url: string): Message => {
  const picture = { url, width: 360, height: 200 }
  return { kind: 'customer', type: 'news', title: 'New', text: 'Mangoes.', picture }
}

test('news brings its picture with its size', () => {
  const url = 'data:image/png;base64,AAAA'
  expect(rowWith(news(url)).picture).toEqual({ url, width: 360, height: 200 })
})

test('a picture of an address that the page does not allow is not loaded', () => {
  const shown = (url: string, pictures?: RegExp) =>
    rowOf(itemOf({ message: news(url) }), snapshotOf({ senders: [kijani] }), { ...speech, pictures }).picture?.url
  const mine = /^https:\/\/cdn\.example\//
  for (const url of ['https://cdn.example/p.png', 'javascript:alert(1)', 'data:text/html,x', '//cdn.example/p', ''])
    expect(shown(url)).toBeUndefined()
  expect(shown('https://cdn.example/p.png', mine)).toBe('https://cdn.example/p.png')
  for (const url of ['https://cdn.example.evil/p.png', 'http://cdn.example/p.png', 'data:image/png,x'])
    expect(shown(url, mine)).toBeUndefined()
})

test('a kind of a later version still shows, and says that it cannot be shown whole', () => {
  expect(rowWith({ kind: 'unsupported', was: 'poll', title: 'Vote' })).toMatchObject({
    title: 'Vote',
    content: english.unsupported,
    leads: false,
  })
})

test('a web address is text, and leads nowhere', () => {
  const jump = { kind: 'web', url: 'https://example.com/' } as const
  expect(rowWith({ kind: 'template', title: 'Look', lines: [], jump })).toMatchObject({
    leads: false,
    webAddress: 'https://example.com/',
  })
})

test('a muted sender is told in a word', () => {
  expect(rowFrom({ muted: true })).toMatchObject({ note: 'Muted', label: 'Kijani Energy, Muted', isGone: false })
})

test('MA-19, JR-9: the rows of a removed sender stay, say so and lead nowhere', () => {
  expect(rowFrom({ status: 'removed', muted: true })).toMatchObject({
    note: 'No longer available',
    isGone: true,
    leads: false,
  })
})

test('the direction is that of the language, or left to the first letter', () => {
  const directionOf = (language?: string) =>
    rowOf(itemOf(language === undefined ? {} : { language }), snapshotOf(), speech).direction
  expect(['ar', 'fa-IR', 'ur', 'pa-Arab', 'en', 'pa', 'arn', undefined].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
    'auto',
  ])
})
