import type { Chance } from '../tools/chance.ts'

type Json = unknown

/** One change of a value somewhere in it: replaced, taken out, doubled, renamed, or one more. */
export function mutated(value: Json, chance: Chance): Json {
  const copy: Json = structuredClone(value)
  const places = placesOf(copy)
  if (places.length === 0) return odd(chance)
  const { holder, key } = chance.pick(places)
  change(holder, key, chance)
  return copy
}

/** One change of the text itself: cut, a character more, less or other, something before or after. */
export function mutatedText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1)
  const one = chance.pick(['"', '{', '}', '[', ']', ',', ':', '\\', '\u0000', '\ud800', '9', 'é', '\ufeff', ' '])
  switch (chance.below(6)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + one + text.slice(at)
    case 2:
      return text.slice(0, at) + text.slice(at + 1)
    case 3:
      return text.slice(0, at) + one + text.slice(at + 1)
    case 4:
      return text + one
    default:
      return chance.pick([
        '',
        'null',
        '[]',
        '""',
        '0',
        'hello',
        '{"__proto__":{"a":1}}',
        '['.repeat(100),
        '{"a":'.repeat(70),
      ])
  }
}

interface Place {
  // Objects and arrays of parsed JSON are both read and written by text keys.
  readonly holder: Record<string, Json>
  readonly key: string
}

function placesOf(value: Json): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, Json>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])])
}

function change(holder: Record<string, Json>, key: string, chance: Chance): void {
  switch (chance.below(5)) {
    case 0:
      delete holder[key]
      return
    case 1:
      holder[chance.pick(['extra', 'constructor', 'toString', `${key}x`, key.toUpperCase()])] = odd(chance)
      return
    case 2:
      holder[key] = varied(holder[key], chance)
      return
    case 3:
      holder[key] = Array.isArray(holder[key]) ? [...holder[key], ...holder[key]] : [holder[key]]
      return
    default:
      holder[key] = odd(chance)
  }
}

/** Near to what it was: longer, shorter, other case, another number. */
function varied(value: Json, chance: Chance): Json {
  if (typeof value === 'number') return chance.pick([value + 1, -value, value / 3, 1e21, Number.MAX_SAFE_INTEGER + 2])
  if (typeof value !== 'string') return odd(chance)
  const long = chance.pick([33, 65, 81, 129, 2049, 4097])
  return chance.pick([
    `${value} `,
    value.slice(1),
    value.toUpperCase(),
    value + value,
    value.padEnd(long, 'x'),
    `${value}\u202e`,
    `${value} https://evil.example/a`,
    value.replace(/[a-z]/, '${who}'),
  ])
}

function odd(chance: Chance): Json {
  return chance.pick<Json>([
    null,
    true,
    0,
    -1,
    1.5,
    '',
    ' ',
    'x'.repeat(5_000),
    '\u0000',
    '\ud800',
    '𠮷'.repeat(40),
    '../../etc/passwd',
    'javascript:alert(1)',
    '<script>alert(1)</script>',
    '${who}',
    "' OR 1=1 --",
    [],
    {},
    [[]],
    [null],
    { a: { b: {} } },
    Array.from({ length: 201 }, (_, index) => `u_${index}`),
  ])
}
