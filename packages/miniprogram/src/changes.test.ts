import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Changes, changesOf, type Data, type Value } from './changes.ts'

/** What a host's `setData` does with paths. */
function applied(before: Data, changes: Changes): Data {
  const whole = structuredClone(before) as Record<string, unknown>
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split(/[.[\]]+/).filter(Boolean)
    const last = steps.pop() as string // a path has a step
    let at = whole
    for (const step of steps) at = at[step] as Record<string, unknown>
    at[last] = structuredClone(value)
  }
  return whole as Data
}

test('only what differs is told, each by its own path', () => {
  const row = (unread: boolean): Data => ({ id: 'i1', title: 'Bill', unread })
  const before = { title: 'Messages', list: { order: [0, 1], cells: [row(true), row(true)] } }
  const after = { title: 'Messages', list: { order: [1, 0], cells: [row(true), row(false), row(true)] } }
  expect(changesOf(before, after)).toEqual({
    'list.order': [1, 0],
    'list.cells[1].unread': false,
    'list.cells[2]': row(true),
  })
  expect(changesOf(after, structuredClone(after))).toEqual({})
})

test('a list that got shorter is told whole', () => {
  expect(changesOf({ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }] })).toEqual({ a: [{ b: 1 }] })
})

test('a list of plain values is one path, an empty one too', () => {
  expect(changesOf({ a: ['x', 'y'] }, { a: ['x', 'z'] })).toEqual({ a: ['x', 'z'] })
  expect(changesOf({ a: ['x'] }, { a: [] })).toEqual({ a: [] })
  expect(changesOf({}, { a: [] })).toEqual({ a: [] })
})

/** Models of one shape, as surfaces make them. */
const cell = fc.record({ id: fc.string(), unread: fc.boolean(), lines: fc.array(fc.record({ text: fc.string() })) })
const model = fc.record({
  look: fc.string(),
  list: fc.record({ order: fc.array(fc.nat(9)), cells: fc.array(cell, { maxLength: 5 }), before: fc.nat() }),
  detail: fc.record({ title: fc.string() }),
})

test('whatever the two models are, a host that sets the paths has the second one', () => {
  fc.assert(
    fc.property(model, model, (before, after) => {
      expect(applied(before as Data, changesOf(before as Data, after as Data))).toEqual(after as Value)
    }),
  )
})
