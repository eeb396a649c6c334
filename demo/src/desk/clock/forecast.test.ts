import { expect, test } from 'vitest'
import { dayMs, lastUsedText, spanText } from '../../look/words.ts'
import { comesBack, forecast, type Standing, standingText } from './forecast.ts'

const now = 1_767_225_600_000
const standing = (part: Partial<Standing>): Standing => ({
  person: 'Amina Odhiambo',
  sender: 'Kijani Energy',
  lastUsedAt: now - dayMs,
  lastAcceptedAt: undefined,
  ...part,
})

test('X-2: foretells inactivity 31 whole days after the last use', () => {
  expect(forecast(standing({}), now)).toEqual([
    { kind: 'becomes-inactive', inMs: 30 * dayMs, says: 'Amina becomes inactive for Kijani Energy' },
  ])
})

test('X-2: foretells the next message 72 h after the last accepted one', () => {
  const [first, second] = forecast(standing({ lastAcceptedAt: now - 3_600_000 }), now)
  expect(first).toEqual({
    kind: 'may-get-next',
    inMs: 71 * 3_600_000,
    says: 'Amina may get the next Kijani Energy message',
  })
  expect(second?.kind).toBe('becomes-inactive')
})

test('foretells no next message to somebody who will be inactive by then', () => {
  const turns = forecast(standing({ lastUsedAt: now - 30 * dayMs, lastAcceptedAt: now }), now)
  expect(turns.map((turn) => turn.kind)).toEqual(['becomes-inactive'])
})

test('foretells nothing to somebody who is inactive or never used it', () => {
  expect(forecast(standing({ lastUsedAt: now - 31 * dayMs }), now)).toEqual([])
  expect(forecast(standing({ lastUsedAt: undefined }), now)).toEqual([])
})

test.each([
  [{}, 'Amina is active and may get a Kijani Energy message now.'],
  [{ lastAcceptedAt: now }, 'Amina got a message: the next may follow in 3 d (MA-3).'],
  [{ lastUsedAt: now - 31 * dayMs }, 'Amina is inactive for Kijani Energy: nothing may be sent (MA-4).'],
  [{ lastUsedAt: undefined }, 'Amina never used Kijani Energy: nothing may be sent (MA-4).'],
])('says how a person stands: %o', (part, sentence) => {
  expect(standingText(standing(part), now)).toBe(sentence)
})

test.each([
  [0, 'less than a minute'],
  [60_000, '1 min'],
  [3_600_000, '1 h'],
  [3_660_000, '1 h 1 min'],
  [2 * dayMs + 3 * 3_600_000, '2 d 3 h'],
  [2 * dayMs + 3 * 3_600_000 - 1, '2 d 3 h'],
  [3 * dayMs - 1, '3 d'],
  [3 * dayMs - 60_000, '3 d'],
])('spells a span of %i ms as a wait that is long enough', (spanMs, text) => {
  expect(spanText(spanMs)).toBe(text)
})

test('counts days since the last use in spans of 24 h', () => {
  expect(lastUsedText(undefined, now)).toBe('never used')
  expect(lastUsedText(now - dayMs + 1, now)).toBe('used today')
  expect(lastUsedText(now - dayMs, now)).toBe('used 1 day ago')
  expect(lastUsedText(now - 40 * dayMs, now)).toBe('used 40 days ago')
})

test('MA-6: a disabled capability is foretold to come back, one without an end is not', () => {
  const kijani = { name: 'Kijani Energy', capability: 'disabled', disabledUntil: 5_000 } as const
  expect(comesBack(kijani, 1_000)).toEqual([{ kind: 'comes-back', inMs: 4_000, says: 'Kijani Energy may send again' }])
  expect(comesBack(kijani, 5_000)).toEqual([])
  expect(comesBack({ name: 'Kijani Energy', capability: 'disabled' }, 1_000)).toEqual([])
  expect(comesBack({ ...kijani, capability: 'revoked' }, 1_000)).toEqual([])
})
