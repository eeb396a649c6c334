import type { Preferences } from '@minibell/client'
import { expect, test } from 'vitest'
import { itemOf } from '../testing/snapshot.ts'
import { wishOf } from './wish.ts'

test.each([
  ['stop', 'stopped', ['mute', 'kijani']],
  ['allow', 'allowed', ['unmute', 'kijani']],
  ['isFalse', 'reported', ['report', 'i1', 'false']],
  ['harassing', 'reported', ['report', 'i1', 'harassing']],
])('MA-7, MA-21: "%s" is %s once the platform was asked', (name, word, call) => {
  const asked: unknown[] = []
  const ask =
    (what: string) =>
    async (...given: unknown[]): Promise<void> =>
      void asked.push([what, ...given])
  // As much of the part as a menu asks.
  const preferences = { mute: ask('mute'), unmute: ask('unmute'), report: ask('report') } as unknown as Preferences
  const wish = wishOf(name)
  wish?.call(preferences, itemOf())
  expect([wish?.word, asked]).toEqual([word, [call]])
})

test('any other button is no wish', () => {
  expect(['read', 'report', 'more'].map(wishOf)).toEqual([undefined, undefined, undefined])
})
