import * as v from 'valibot'
import { type Reader, reader, text } from '../shape.ts'
import type { Fault } from './fault.ts'

const count = v.pipe(v.number('a whole number'), v.safeInteger(), v.minValue(0, '0 or more'))
const where = {
  route: text(64),
  probability: v.exactOptional(v.pipe(v.number('a number'), v.minValue(0, '0 to 1'), v.maxValue(1, '0 to 1'))),
  skip: v.exactOptional(count),
  times: v.exactOptional(count),
}
const effect = v.exactOptional(v.picklist(['before', 'after'], 'before or after'))
const spanMs = v.pipe(v.number('ms'), v.safeInteger(), v.minValue(0, '0 to 600000'), v.maxValue(600_000, '0 to 600000'))
const skewMs = v.pipe(v.number('ms'), v.safeInteger(), v.minValue(-315_576_000_000), v.maxValue(315_576_000_000))

const fault = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('answer'),
      ...where,
      effect,
      code: v.exactOptional(v.union([text(64), v.pipe(v.number(), v.safeInteger())], 'a code of the dialect')),
    }),
    v.strictObject({ kind: v.literal('rate-limit'), ...where }),
    v.strictObject({ kind: v.literal('token-expired'), ...where }),
    v.strictObject({
      kind: v.literal('status'),
      ...where,
      effect,
      status: v.pipe(
        v.number('a status'),
        v.safeInteger(),
        v.minValue(400, '400 to 599'),
        v.maxValue(599, '400 to 599'),
      ),
    }),
    v.strictObject({ kind: v.literal('drop'), ...where }),
    v.strictObject({ kind: v.literal('cut'), ...where }),
    v.strictObject({ kind: v.literal('delay'), ...where, effect, delayMs: spanMs }),
    v.strictObject({ kind: v.literal('duplicate'), ...where }),
    v.strictObject({ kind: v.literal('reorder'), ...where }),
    v.strictObject({ kind: v.literal('clock-skew'), ...where, skewMs }),
  ],
  'a fault with a known "kind"',
)

/** What `PUT /control/v1/faults` takes: at most 100 faults, seed 0 by default. */
export const readFaults: Reader<{ readonly seed?: number; readonly faults: readonly Fault[] }> = reader(
  v.strictObject(
    {
      seed: v.exactOptional(v.pipe(v.number('a whole number'), v.safeInteger())),
      faults: v.pipe(v.array(fault, 'an array of faults'), v.maxLength(100, 'at most 100 faults')),
    },
    'a JSON object',
  ),
)
