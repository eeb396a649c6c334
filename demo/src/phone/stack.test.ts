import { expect, test } from 'vitest'
import { backed, maxDepth, pushed, relaunched, replaced, type Stack, tabbed } from './stack.ts'

const manifest = [
  { path: 'home', title: 'Home', tab: true },
  { path: 'bill', title: 'Bill' },
]
const page = (path: string, id = '') => ({ path, query: id ? { id } : {} })
const full: Stack = [page('home'), ...Array.from({ length: maxDepth - 1 }, (_, at) => page('bill', String(at)))]

test('JR-1: pushes a page with its query', () => {
  expect(pushed([page('home')], page('bill', '7'), manifest)).toEqual([page('home'), page('bill', '7')])
})

test('JR-2: a tab page is switched to and closes the others; it is never pushed', () => {
  expect(tabbed(page('home'), manifest)).toEqual([page('home')])
  expect(() => tabbed(page('bill'), manifest)).toThrow('it is no tab page')
  expect(() => pushed([page('bill')], page('home'), manifest)).toThrow('it is a tab page')
})

test('JR-3: refuses the eleventh page and replaces at the tenth', () => {
  expect(() => pushed(full, page('bill', 'x'), manifest)).toThrow('page 11 of 10')
  expect(replaced(full, page('bill', 'x'), manifest)).toHaveLength(maxDepth)
})

test('JR-7: refuses a page that the manifest lacks', () => {
  expect(() => relaunched(page('nowhere'), manifest)).toThrow('no such page')
})

test('goes back to the first page and no further', () => {
  expect(backed([page('home'), page('bill')])).toEqual([page('home')])
  expect(backed([page('home')])).toEqual([page('home')])
})
