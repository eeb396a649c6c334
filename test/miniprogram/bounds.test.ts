import { expect, test } from 'vitest'
import { files, read } from '../tools/files.ts'

test('every journey of the components bounds the calls and the bytes that cross to the view', () => {
  const journeys = files('test/miniprogram/journeys/*.ts').filter((file) => !file.includes('accessibility'))
  const all = journeys.flatMap((file) =>
    read(file)
      .split(/^(?=test)/m)
      .slice(1),
  )
  expect(all.length).toBeGreaterThan(25)
  const unbounded = all.filter((body) => !/crossesAtMost\(|\.toBeLessThan(OrEqual)?\(|toBe\(undefined\)/.test(body))
  expect(unbounded.map((body) => body.slice(0, 80))).toEqual([])
})
