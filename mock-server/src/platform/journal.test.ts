import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { journal } from './journal.ts'

const clock = virtualTime({ startAt: 1_000 })
const row = (summary: string) => ({ kind: 'control', summary }) as const

function written(count: number, rows = 100) {
  const book = journal({ clock, bootAt: 1_000, rows })
  return { book, ids: Array.from({ length: count }, (_, index) => book.write(row(`${index}`))) }
}

const summaries = (rows: readonly { readonly summary: string }[]) => rows.map(({ summary }) => Number(summary))

test('rows come back newest last, in pages', () => {
  const { book, ids } = written(10)
  expect(summaries(book.read({}))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(summaries(book.read({ max: 3 }))).toEqual([7, 8, 9])
  expect(summaries(book.read({ after: ids[3] ?? '', max: 3 }))).toEqual([4, 5, 6])
  expect(summaries(book.read({ after: ids[9] ?? '' }))).toEqual([])
})

test('ids sort, across restarts too', () => {
  const { ids } = written(2_000)
  const later = journal({ clock, bootAt: 1_001, rows: 10 }).write(row('later'))
  expect([...ids, later].sort()).toEqual([...ids, later])
})

test('the ring keeps the last rows; what fell out is gone, and reading goes on at the oldest', () => {
  const { book, ids } = written(25, 10)
  expect(summaries(book.read({}))).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24])
  expect(book.row(ids[14] ?? '')).toBeUndefined()
  expect(book.row(ids[15] ?? '')).toMatchObject({ summary: '15', at: 1_000 })
  expect(summaries(book.read({ after: ids[2] ?? '', max: 2 }))).toEqual([15, 16])
})

test('an id of an earlier boot reads from the oldest, a later one nothing, a text that is none nothing or all', () => {
  const { book } = written(3)
  const at = (bootAt: number) => journal({ clock, bootAt, rows: 1 }).write(row('x'))
  expect(summaries(book.read({ after: at(999) }))).toEqual([0, 1, 2])
  expect(summaries(book.read({ after: at(1_001) }))).toEqual([])
  for (const id of ['', 'zzz', '0', '__proto__']) expect(book.row(id)).toBeUndefined()
})

test('a watcher gets each row until it stops; clear empties and ids go on', () => {
  const { book, ids } = written(3)
  const seen: string[] = []
  const stop = book.watch(({ summary }) => seen.push(summary))
  book.write(row('a'))
  book.clear()
  expect(book.read({})).toEqual([])
  expect(book.row(ids[0] ?? '')).toBeUndefined()
  const next = book.write(row('b'))
  stop()
  book.write(row('c'))
  expect(seen).toEqual(['a', 'b'])
  expect(next > (ids[2] ?? '')).toBe(true)
  expect(book.read({}).map(({ summary }) => summary)).toEqual(['b', 'c'])
})
