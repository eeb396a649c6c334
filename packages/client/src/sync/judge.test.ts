import type { Change } from '@minibell/protocol'
import { expect, test } from 'vitest'
import { judge } from './judge.ts'

const at = { epoch: 'e2', offset: 10 }
const change = (offset: number): Change => ({ type: 'withdrawn', offset, itemId: `i${offset}` })
const batch = (from: number, to: number, epoch = 'e2') => ({ epoch, from, to, changes: [change(to)] })
const resumed = (over: object) => ({
  epoch: 'e2',
  recovered: true,
  base: 0,
  top: 10,
  from: 10,
  to: 10,
  changes: [],
  ...over,
})

test('DL-4: drops a frame of a smaller epoch', () => {
  expect(judge(at, batch(10, 11, 'e1'))).toEqual({})
  expect(judge(at, resumed({ epoch: 'e1', recovered: false, base: 50 }))).toEqual({})
})

test('DL-4: takes a snapshot after any word of a larger epoch', () => {
  expect(judge(at, batch(10, 11, 'e3'))).toEqual({ pull: 'snapshot' })
  expect(judge(at, resumed({ epoch: 'e3', recovered: false }))).toEqual({ pull: 'snapshot' })
})

test('drops what it has, pulls after a gap', () => {
  expect(judge(at, batch(8, 10))).toEqual({})
  expect(judge(at, batch(11, 12))).toEqual({ pull: 'changes' })
})

test('takes the changes above its offset', () => {
  const frame = { epoch: 'e2', from: 8, to: 12, changes: [change(9), change(10), change(12)] }
  expect(judge(at, frame)).toEqual({ take: [change(12)] })
})

test('a range without changes moves the position', () => {
  expect(judge(at, { epoch: 'e2', from: 10, to: 15, changes: [] })).toEqual({ take: [] })
})

test('pulls again while there is more', () => {
  expect(judge(at, resumed({ from: 10, to: 12, top: 20, changes: [change(11)] }))).toEqual({
    take: [change(11)],
    pull: 'changes',
  })
  expect(judge(at, resumed({ from: 5, to: 8, top: 20 }))).toEqual({ pull: 'changes' })
})

test('DL-4: says what is gone when history was trimmed above its offset', () => {
  expect(judge(at, resumed({ recovered: false, base: 14, top: 20 }))).toEqual({
    pull: 'snapshot',
    lost: { from: 11, to: 14 },
  })
})

test('a late word of lost history is stale once the position is past it', () => {
  expect(judge(at, resumed({ recovered: false, base: 9, from: 4, to: 4, top: 10 }))).toEqual({})
})
