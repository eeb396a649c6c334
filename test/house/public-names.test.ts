import { expect, test } from 'vitest'
import { doors, exportsOf } from '../tools/doors.ts'
import { readJson } from '../tools/files.ts'
import { publicNames } from './public-names.ts'

test('the names behind each door are those of public-names.json; `npm run public-names` takes new ones', () => {
  expect(publicNames()).toEqual(readJson('test/house/public-names.json'))
})

test('every name behind a door carries a sentence', () => {
  const bare = doors().flatMap(({ file }) => exportsOf(file).filter(({ isDocumented }) => !isDocumented))
  expect([...new Set(bare.map((one) => `${one.file}: ${one.name}`))]).toEqual([])
})
