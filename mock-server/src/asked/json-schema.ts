/** The part of JSON Schema 2020-12 that our own schema of worlds uses. Answers what is wrong, by path; empty: valid. */
export function faultsOf(schema: unknown, value: unknown): readonly string[] {
  return check(schema as Schema, { value, path: '$', root: schema as Schema })
}

interface Schema {
  readonly [word: string]: unknown
}

interface At {
  /** The schema that the word stands in. */
  readonly beside?: Schema
  readonly value: unknown
  readonly path: string
  readonly root: Schema
}

function check(schema: Schema | false, at: At): string[] {
  if (schema === false) return [`${at.path}: not allowed`]
  const here = { ...at, beside: schema }
  return Object.entries(schema).flatMap(([word, wanted]) => {
    const keyword = keywords[word]
    if (!keyword)
      throw new Error(`Failed to check ${at.path}: the schema says "${word}". Teach this file what it means.`)
    return keyword(wanted, here)
  })
}

type Keyword = (wanted: unknown, at: At) => string[]

const silent: Keyword = () => []

const fault = (is: boolean, { path }: At, says: string): string[] => (is ? [] : [`${path}: ${says}`])

/** A rule for values of one kind; others are not its business. */
function ofType<Value>(
  isOne: (value: unknown) => value is Value,
  holds: (value: Value, wanted: number) => boolean,
): Keyword {
  return (wanted, at) => fault(!isOne(at.value) || holds(at.value, Number(wanted)), at, String(wanted))
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: isText,
  number: isNumber,
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isRecord,
}

const properties: Keyword = (wanted, { value, path, root }) =>
  isRecord(value)
    ? Object.entries(wanted as Record<string, Schema>).flatMap(([name, schema]) =>
        value[name] === undefined ? [] : check(schema, { value: value[name], path: `${path}.${name}`, root }),
      )
    : []

const patterns = new Map<string, RegExp>()

/** Made once: thousands of worlds are checked. */
function patternOf(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, 'u')
  patterns.set(source, pattern)
  return pattern
}

const keywords: Readonly<Record<string, Keyword>> = {
  $schema: silent,
  $defs: silent,
  title: silent,
  description: silent,
  type: (wanted, at) => fault(types[String(wanted)]?.(at.value) ?? false, at, `no ${wanted}`),
  const: (wanted, at) => fault(at.value === wanted, at, `not ${wanted}`),
  enum: (wanted, at) => fault((wanted as unknown[]).includes(at.value), at, `none of ${wanted}`),
  minLength: ofType(isText, (text, least) => [...text].length >= least),
  maxLength: ofType(isText, (text, most) => [...text].length <= most),
  pattern: (wanted, at) => fault(!isText(at.value) || patternOf(String(wanted)).test(at.value), at, String(wanted)),
  minimum: ofType(isNumber, (number, least) => number >= least),
  maximum: ofType(isNumber, (number, most) => number <= most),
  minItems: ofType(Array.isArray, (list, least) => list.length >= least),
  maxItems: ofType(Array.isArray, (list, most) => list.length <= most),
  uniqueItems: ofType(Array.isArray, (list) => new Set(list).size === list.length),
  minProperties: ofType(isRecord, (record, least) => Object.keys(record).length >= least),
  required: (wanted, at) =>
    (wanted as string[]).flatMap((name) =>
      fault(!isRecord(at.value) || at.value[name] !== undefined, at, `no ${name}`),
    ),
  properties,
  propertyNames: (wanted, { value, path, root }) =>
    isRecord(value) ? Object.keys(value).flatMap((name) => check(wanted as Schema, { value: name, path, root })) : [],
  additionalProperties: (wanted, { value, path, root, beside }) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, each]) =>
          (each === undefined && wanted === false) ||
          Object.hasOwn((beside?.['properties'] as Schema | undefined) ?? {}, name)
            ? []
            : check(wanted as Schema | false, { value: each, path: `${path}.${name}`, root }),
        )
      : [],
  items: (wanted, { value, path, root }) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => check(wanted as Schema, { value: each, path: `${path}[${index}]`, root }))
      : [],
  anyOf: (wanted, at) =>
    fault(
      (wanted as Schema[]).some((one) => check(one, at).length === 0),
      at,
      'none of several',
    ),
  oneOf: (wanted, at) =>
    fault((wanted as Schema[]).filter((one) => check(one, at).length === 0).length === 1, at, 'not one of several'),
  $ref: (wanted, at) => {
    const name = String(wanted).replace('#/$defs/', '')
    return check((at.root['$defs'] as Record<string, Schema>)[name] ?? {}, at)
  },
}
