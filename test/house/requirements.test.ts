import { expect, test } from 'vitest'
import { files, read } from '../tools/files.ts'
import { names, requirementIds } from '../tools/requirement-ids.ts'
import { titlesOf } from './titles.ts'

test('every requirement is named by a test', () => {
  const tests = files('{packages,mock-server,demo,test}/**/*.test.ts').filter((file) => !file.startsWith('test/house/'))
  const titles = tests.flatMap((file) => titlesOf(file, read(file)))
  const unnamed = requirementIds.filter((id) => !titles.some((title) => names(title, id)))
  expect(unnamed).toEqual([])
})

test('titles are found however they are written', () => {
  const text = "test('MA-1: a', f); it.each([1])(`MA-10 ${x}`, f); describe.skip('MA-12', f); other('MA-11')"
  expect(titlesOf('a.test.ts', text)).toEqual(['MA-1: a', 'MA-10 ', 'MA-12'])
  expect(names('MA-10 b', 'MA-1')).toBe(false)
  expect(names('MA-9.title, MA-1: b', 'MA-9')).toBe(true)
})
