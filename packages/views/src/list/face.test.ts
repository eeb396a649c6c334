import type { InboxStatus } from '@minibell/client'
import { expect, test } from 'vitest'
import { itemOf, snapshotOf } from '../testing/snapshot.ts'
import { english } from '../words/english.ts'
import { listFaceOf, listLineOf } from './face.ts'
import { listOf } from './list.ts'

const error: InboxStatus = { phase: 'error', code: 'unauthorized', message: 'The token was never issued.' }

const faceOf = (options: Parameters<typeof snapshotOf>[0], filter: 'all' | 'unread' = 'all') => {
  const snapshot = snapshotOf(options)
  return listFaceOf(snapshot, listOf(snapshot, { filter }), { words: english, filter })
}

test('the first load shows that rows will come', () => {
  expect(faceOf({ status: { phase: 'loading' } })).toEqual({ kind: 'loading' })
})

test('rows stay whatever the state of the connection', () => {
  for (const status of [{ phase: 'offline' }, { phase: 'connecting' }, error, { phase: 'live' }] as const)
    expect(faceOf({ items: [itemOf()], status })).toEqual({ kind: 'rows' })
})

test('an empty inbox says what will come here', () => {
  expect(faceOf({})).toEqual({ kind: 'empty', title: english.empty, text: english.emptyHint, retry: false })
})

test('nothing unread is said otherwise than nothing at all', () => {
  expect(faceOf({ items: [itemOf()], read: ['i1'] }, 'unread')).toMatchObject({ title: english.allRead, retry: false })
  expect(faceOf({}, 'unread')).toMatchObject({ title: english.empty })
})

test('an empty page of a longer history is still loading', () => {
  expect(faceOf({ items: [itemOf()], read: ['i1'], hasMore: true }, 'unread')).toEqual({ kind: 'loading' })
})

test('an error with nothing to show offers to try again', () => {
  expect(faceOf({ status: error })).toMatchObject({ kind: 'empty', title: english.notLoaded, retry: true })
})

test('offline with nothing to show says so and offers to try again', () => {
  const snapshot = { ...snapshotOf({ status: { phase: 'offline' } }), position: undefined }
  const face = listFaceOf(snapshot, listOf(snapshot), { words: english, filter: 'all' })
  expect(face).toMatchObject({ title: english.offline, text: english.notLoaded, retry: true })
})

test('an inbox that was empty when the line was lost says that it is, and offers to try again', () => {
  const face = faceOf({ status: { phase: 'offline' } })
  expect(face).toEqual({ kind: 'empty', title: english.empty, text: english.offline, retry: true })
})

test('offline over rows is one quiet line, an error one with a button, and the rest is silent', () => {
  expect(listLineOf({ status: { phase: 'offline' } }, english)).toEqual({ text: english.offline, retry: false })
  expect(listLineOf({ status: error }, english)).toEqual({ text: english.notLoaded, retry: true })
  for (const phase of ['live', 'connecting', 'loading'] as const)
    expect(listLineOf({ status: { phase } }, english)).toBeUndefined()
})
