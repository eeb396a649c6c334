/** What is wrong with the value of a typed key, in a reader's words; nothing: it is fine. */
export function typeFault(key: string, value: string, values?: readonly string[]): string | undefined {
  const type = key.replace(/\d+$/, '')
  const rule = types[type]
  if (/\p{Cc}/u.test(value)) return 'no line breaks and no control characters'
  if (type === 'enum' || type === 'const')
    return !values || values.includes(value) ? undefined : `one of ${values.join(', ')}`
  return !rule || rule.holds(value) ? undefined : rule.says
}

interface TypeRule {
  readonly says: string
  holds(value: string): boolean
}

const matching = (pattern: RegExp, says: string): TypeRule => ({ says, holds: (value) => pattern.test(value) })

const clock = '([01]?\\d|2[0-4]):[0-5]\\d(:[0-5]\\d)?'
const day = '\\d{4}(-\\d{1,2}-\\d{1,2}|年\\d{1,2}月\\d{1,2}日|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})'

function spanOf(one: string): RegExp {
  return new RegExp(`^(${one})(\\s*~\\s*(${one}))?$`)
}

/** By the key without its number, as the official table has them. */
const types: Readonly<Record<string, TypeRule>> = {
  thing: { says: 'at most 20 characters', holds: (value) => Array.from(value).length <= 20 },
  number: {
    says: 'at most 32 digits, decimals allowed',
    holds: (value) => /^\d+(\.\d+)?$/.test(value) && value.replace('.', '').length <= 32,
  },
  letter: matching(/^[A-Za-z]{1,32}$/, 'at most 32 letters'),
  symbol: matching(/^[\p{P}\p{S}]{1,5}$/u, 'at most 5 symbols'),
  character_string: matching(/^[\u0020-\u007e]{1,32}$/, 'at most 32 digits, letters and symbols, no Chinese'),
  time: matching(spanOf(`(${day}\\s*)?${clock}`), 'a 24-hour time, with a date or not, or two joined with ~'),
  date: matching(spanOf(`${day}(\\s*${clock})?`), 'a date, with a time or not, or two joined with ~'),
  amount: matching(/^\p{Sc}?\d{1,10}(\.\d+)?元?$/u, 'one currency sign and at most 10 digits, decimals allowed'),
  phone_number: matching(/^[\d\p{P}\p{S}]{1,17}$/u, 'at most 17 digits and symbols'),
  car_number: matching(
    /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u,
    'at most 8 letters and digits, the first and the last may be Chinese',
  ),
  name: matching(
    /^([\p{Script=Han}·]{1,10}|[\p{Script=Latin}\p{P}\p{S}\p{M} ]{1,20})$/u,
    'at most 10 Chinese characters, or at most 20 letters and symbols',
  ),
  phrase: matching(/^\p{Script=Han}{1,5}$/u, 'at most 5 Chinese characters'),
}
