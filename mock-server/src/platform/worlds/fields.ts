import { WorldError } from './world-error.ts'

/** Reads a value of unknown shape, field by field. Each throws `WorldError` with the field's path. */
export interface Fields {
  /** 1 to `max` (default 64) UTF-16 units without control characters. */
  text(name: string, options?: { readonly max?: number }): string
  /** The field's text, or nothing where it is absent. */
  optionalText(name: string, options?: { readonly max?: number }): string | undefined
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word
  flag(name: string): boolean
  /** An absent list is empty. */
  list<Item>(name: string, decode: Decode<Item>): readonly Item[]
  /** Any member, with its path. */
  member<Item>(name: string, decode: Decode<Item>): Item
  has(name: string): boolean
}

export type Decode<Value> = (value: unknown, path: string) => Value

export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WorldError({ path, value, expected: 'an object' })
  const members = new Map<string, unknown>(Object.entries(value))
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const text: Fields['text'] = (name, { max = 64 } = {}) => textOf(members.get(name), at(name), max)

  return {
    text,
    optionalText: (name, options) => (members.get(name) === undefined ? undefined : text(name, options)),
    oneOf(name, words) {
      const word = words.find((each) => each === members.get(name))
      if (word === undefined)
        throw new WorldError({ path: at(name), value: members.get(name), expected: `one of ${words.join(', ')}` })
      return word
    },
    flag(name) {
      const flag = members.get(name)
      if (typeof flag !== 'boolean') throw new WorldError({ path: at(name), value: flag, expected: 'true or false' })
      return flag
    },
    list: (name, decode) => (members.get(name) === undefined ? [] : listOf(members.get(name), at(name), decode)),
    member: (name, decode) => decode(members.get(name), at(name)),
    has: (name) => members.get(name) !== undefined,
  }
}

export function listOf<Item>(value: unknown, path: string, decode: Decode<Item>): readonly Item[] {
  if (!Array.isArray(value)) throw new WorldError({ path, value, expected: 'a list' })
  return value.map((item: unknown, index) => decode(item, `${path}[${index}]`))
}

export function textOf(value: unknown, path: string, max: number): string {
  if (typeof value === 'string' && value !== '' && value.length <= max && !control.test(value)) return value
  throw new WorldError({ path, value, expected: `a text of 1 to ${max} characters without control characters` })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f\uffff]/
