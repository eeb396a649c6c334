import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { files, read } from '../tools/files.ts'
import { isTest } from './imports.ts'

const sources = files('{packages,mock-server,demo,test}/**/*.ts')

/** Files that stay above 300 lines, each with its reason. */
const long: Readonly<Record<string, string>> = {}

test('no file has more than 300 lines without a reason', () => {
  const found = sources.filter((file) => read(file).split('\n').length > 301)
  expect(found.filter((file) => !long[file])).toEqual([])
  expect(Object.keys(long).filter((file) => !found.includes(file))).toEqual([])
})

test('a folder of more than twelve files is told', () => {
  const counts = new Map<string, number>()
  for (const file of sources.filter((one) => !isTest(one)))
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  const crowded = [...counts].filter(([, count]) => count > 12)
  for (const [folder, count] of crowded)
    console.warn(`${folder} holds ${count} files: is there a word for some of them?`)
  expect(crowded.filter(([, count]) => count > 20)).toEqual([])
})

test('names of files and folders are kebab-case words with a meaning', () => {
  const odd = sources.filter((file) => !/^[a-z0-9./-]+$/.test(file))
  const empty = sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|types)(\/|\.ts$)/.test(file))
  expect([...odd, ...empty.filter((file) => file !== 'test/run/types.ts')]).toEqual([])
})

test('nothing is left for later', () => {
  const words = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', 'X' + 'XX'].join('|')})\\b`)
  expect(sources.filter((file) => words.test(read(file)))).toEqual([])
})
