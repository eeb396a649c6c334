/** One field of a push: texts, numbers of any size, and lists with names of their own. */
export type WireField = readonly [name: string, value: string | number | bigint | readonly WireField[]]

/** One line, as the platform writes it. Names are ours; values may hold anything. */
export function writeFields(format: 'xml' | 'json', fields: readonly WireField[]): string {
  return format === 'xml' ? element(['xml', fields]) : object(fields)
}

/** Texts go out as CDATA, numbers bare. */
function element([name, value]: WireField): string {
  return `<${name}>${contentOf(value)}</${name}>`
}

function contentOf(value: WireField[1]): string {
  if (typeof value === 'string') return cdata(value)
  return typeof value === 'object' ? value.map(element).join('') : String(value)
}

/** XML has no place for most control characters and halves of pairs, not even escaped: they are left out. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function cdata(text: string): string {
  return `<![CDATA[${text.replace(forbidden, '').replace(/]]>/g, ']]]]><![CDATA[>')}]]>`
}

/** Written by hand, because `JSON.stringify` cannot say a number above 2^53. */
function object(fields: readonly WireField[]): string {
  return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${jsonOf(value)}`).join(',')}}`
}

function jsonOf(value: WireField[1]): string {
  if (typeof value === 'object') return object(value)
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
