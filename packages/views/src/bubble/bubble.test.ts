import { expect, test } from 'vitest'
import { itemOf } from '../testing/snapshot.ts'
import { arrive, type Bubble, elapse, leave, noBubble } from './bubble.ts'

const nobody = { isMuted: () => false }
const one = itemOf({ offset: 1 })
const two = itemOf({ offset: 2 })

const idsOf = ({ items }: Bubble): readonly string[] => items.map(({ id }) => id)

test('an arrival makes a bubble', () => {
  expect(idsOf(arrive(noBubble, [one], nobody))).toEqual(['i1'])
})

test('what arrives while there is a bubble joins it, oldest first', () => {
  const bubble = arrive(arrive(noBubble, [one], nobody), [two, itemOf({ offset: 3 })], nobody)
  expect(idsOf(bubble)).toEqual(['i1', 'i2', 'i3'])
})

test('a new message takes the place of a notice', () => {
  expect(arrive({ items: [], notice: 'It did not open' }, [one], nobody)).toEqual({ items: [one] })
})

test('a muted sender raises no bubble, another one in the same arrival does', () => {
  const isMuted = (sender: string) => sender === 'soko'
  expect(idsOf(arrive(noBubble, [itemOf({ offset: 5, sender: 'soko' }), one], { isMuted }))).toEqual(['i1'])
  expect(arrive(noBubble, [itemOf({ sender: 'soko' })], { isMuted })).toBe(noBubble)
})

test('bubbles that are switched off stay away', () => {
  expect(arrive(noBubble, [one], { ...nobody, off: true })).toBe(noBubble)
})

test('do not disturb holds back what the host says, one by one', () => {
  const isQuiet = ({ sender }: { sender: string }) => sender === 'soko'
  const arrived = [itemOf({ offset: 5, sender: 'soko' }), one]
  expect(idsOf(arrive(noBubble, arrived, { ...nobody, isQuiet }))).toEqual(['i1'])
})

test('a message about the page that is open, with the same query, raises no bubble', () => {
  const page = { path: 'pages/bill/detail', query: { id: '7' } }
  expect(arrive(noBubble, [one], { ...nobody, page })).toBe(noBubble)
})

test('another query, a further parameter or another page does', () => {
  for (const page of [
    { path: 'pages/bill/detail', query: { id: '8' } },
    { path: 'pages/bill/detail', query: { id: '7', from: 'list' } },
    { path: 'pages/bill/detail', query: {} },
    { path: 'pages/home/index', query: { id: '7' } },
  ])
    expect(idsOf(arrive(noBubble, [one], { ...nobody, page }))).toEqual(['i1'])
})

test('a message without a jump is never where the person is', () => {
  const quiet = itemOf({ message: { kind: 'template', title: 'Hello', lines: [] } })
  expect(idsOf(arrive(noBubble, [quiet], { ...nobody, page: { path: 'pages/home/index', query: {} } }))).toEqual(['i1'])
})

test('what was read or withdrawn leaves, and the last one closes the bubble', () => {
  const both = { items: [one, two] }
  expect(idsOf(leave(both, ['i1']))).toEqual(['i2'])
  expect(leave(both, ['i2', 'i1'])).toBe(noBubble)
})

test('nothing changes when something else was read', () => {
  const bubble = { items: [one] }
  expect(leave(bubble, ['i9'])).toBe(bubble)
})

test('its time over, it goes', () => {
  expect(elapse({ items: [one] }, { held: false })).toBe(noBubble)
})

test('its time over while it is held, it gets as much again', () => {
  const bubble = { items: [one] }
  const next = elapse(bubble, { held: true })
  expect(next).toEqual(bubble)
  expect(next).not.toBe(bubble)
})
