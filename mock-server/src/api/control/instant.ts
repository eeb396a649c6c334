import * as v from 'valibot'

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** The years 1970 to 9999, which every ISO text and every `Date` can say. */
const last = 253_402_300_799_999

const expected = 'ms since 1970, or ISO 8601 with a zone'

/** ms since 1970, or ISO 8601 with a zone, as the wire of the control API takes instants. */
export const instant = v.union(
  [
    v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(last)),
    v.pipe(
      v.string(),
      v.regex(zoned),
      v.transform((text) => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))),
      v.number(),
      v.finite(),
      v.minValue(0),
      v.maxValue(last),
    ),
  ],
  expected,
)
