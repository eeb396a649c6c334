import type * as v from 'valibot'

/** JSON Schema 2020-12, as data. */
export type JsonSchema = { readonly [word: string]: unknown }

/** The members of valibot's schemas and actions that are told; each is there for some types alone. */
interface Told {
  readonly type: string
  readonly pipe?: readonly Told[]
  readonly entries?: Readonly<Record<string, Told>>
  readonly options?: readonly unknown[]
  readonly wrapped?: Told
  readonly item?: Told
  readonly value?: Told
  readonly literal?: unknown
  readonly requirement?: unknown
}

/**
 * What a schema takes, before it changes anything. Checks by code are not in it, and lengths of texts, which JSON Schema counts in
 * code points, are here UTF-16 units. Throws for a schema of a type that no route has yet.
 */
export function jsonSchemaOf(schema: v.GenericSchema): JsonSchema {
  // The members are valibot's own; those that a type lacks are not asked for.
  return of(schema as unknown as Told)
}

function of(told: Told): JsonSchema {
  if (told.pipe) return piped(told.pipe)
  const known = kinds[told.type]
  if (!known) throw new Error(`Failed to tell of a schema: "${told.type}" has no words here. Add them.`)
  return known(told)
}

/** What follows a change is not asked of the input. */
function piped(pipe: readonly Told[]): JsonSchema {
  const change = pipe.findIndex(({ type }) => type === 'transform')
  const [base, ...actions] = change < 0 ? pipe : pipe.slice(0, change)
  const start = base ? of(base) : {}
  return Object.assign({}, start, ...actions.map((action) => bound(action, start)))
}

function bound({ type, requirement }: Told, { type: kind }: JsonSchema): JsonSchema {
  const noun = kind === 'array' ? 'Items' : 'Length'
  const words: Readonly<Record<string, JsonSchema>> = {
    min_length: { [`min${noun}`]: requirement },
    max_length: { [`max${noun}`]: requirement },
    min_value: { minimum: requirement },
    max_value: { maximum: requirement },
    integer: { type: 'integer' },
    safe_integer: { type: 'integer' },
    finite: {},
    check: {},
    regex: { pattern: String((requirement as RegExp | undefined)?.source) },
  }
  const found = words[type]
  if (!found) throw new Error(`Failed to tell of a schema: the bound "${type}" has no words here. Add them.`)
  return found
}

const kinds: Readonly<Record<string, (told: Told) => JsonSchema>> = {
  string: () => ({ type: 'string' }),
  number: () => ({ type: 'number' }),
  boolean: () => ({ type: 'boolean' }),
  unknown: () => ({}),
  any: () => ({}),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options }) => ({ enum: options }),
  array: ({ item }) => ({ type: 'array', items: item ? of(item) : {} }),
  record: ({ value }) => ({ type: 'object', additionalProperties: value ? of(value) : {} }),
  object: (told) => objectOf(told),
  loose_object: (told) => ({ ...objectOf(told), additionalProperties: true }),
  strict_object: (told) => ({ ...objectOf(told), additionalProperties: false }),
  union: ({ options = [] }) => ({ anyOf: (options as readonly Told[]).map(of) }),
  variant: ({ options = [] }) => ({ anyOf: (options as readonly Told[]).map(of) }),
  exact_optional: ({ wrapped }) => (wrapped ? of(wrapped) : {}),
  optional: ({ wrapped }) => (wrapped ? of(wrapped) : {}),
  nullish: (told) => orNull(told),
  nullable: (told) => orNull(told),
}

function orNull({ wrapped }: Told): JsonSchema {
  return { anyOf: [...(wrapped ? [of(wrapped)] : []), { const: null }] }
}

const mayLack: ReadonlySet<string> = new Set(['exact_optional', 'optional', 'nullish'])

function objectOf({ entries = {} }: Told): JsonSchema {
  const pairs = Object.entries(entries)
  const required = pairs.filter(([, { type }]) => !mayLack.has(type)).map(([name]) => name)
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(pairs.map(([name, entry]) => [name, of(entry)])),
  }
}
