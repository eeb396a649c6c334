/** A store key that carries the type of its value. Made by `keyOf`; the phantom member never exists. */
export interface Key<Value> {
  readonly text: string
  readonly value?: Value
}

/** Joins parts with `/`; a part may hold any text. */
export function keyOf<Value>(...parts: readonly string[]): Key<Value> {
  return { text: parts.map(escapePart).join('/') }
}

/** What all keys below these parts start with. */
export function prefixOf(...parts: readonly string[]): string {
  return `${keyOf(...parts).text}/`
}

/** Parts of a key's text, as `keyOf` got them. */
export function partsOf(text: string): readonly string[] {
  return text.split('/').map((part) => part.replace(/%2F|%25|%_/g, (code) => plain[code] ?? code))
}

/** Offsets, instants and counts as text that sorts like the number. */
export function padded(count: number): string {
  return Math.max(0, count).toString(36).padStart(11, '0')
}

const special = /[%/\uffff]/
const plain: Readonly<Record<string, string>> = { '%2F': '/', '%25': '%', '%_': '\uffff' }

function escapePart(part: string): string {
  if (!special.test(part)) return part
  return part
    .replace(/%/g, '%25')
    .replace(/\//g, '%2F')
    .replace(/\uffff/g, '%_')
}
