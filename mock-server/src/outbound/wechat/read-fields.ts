import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** Texts by name; what has fields inside is an object, what is repeated an array. */
export type WireObject = { readonly [name: string]: WireValue }
export type WireValue = string | WireObject | readonly WireValue[]

export type ReadFields =
  | { readonly ok: true; readonly fields: WireObject }
  | { readonly ok: false; readonly why: string }

/** More than a reply ever needs; what is longer, deeper or declares entities is not parsed at all. */
const maxLength = 65_536
const maxTags = 400
const maxDepth = 8

/** The inside of one `<xml>` element, or a JSON object. Entities are those of XML and HTML alone; a document type is refused. */
export function readFields(text: string): ReadFields {
  if (text.length > maxLength) return { ok: false, why: `longer than ${maxLength} characters` }
  return text.trimStart().startsWith('{') ? readJson(text) : readXml(text)
}

function readXml(text: string): ReadFields {
  const why = refusalOf(text)
  if (why !== undefined) return { ok: false, why }
  try {
    const root: unknown = parser.parse(text)['xml']
    if (typeof root !== 'object' || root === null || Array.isArray(root)) return { ok: false, why: 'no <xml> element' }
    // The parser was told to make texts, objects and arrays alone.
    return { ok: true, fields: root as WireObject }
  } catch (error) {
    return { ok: false, why: `no XML (${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'})` }
  }
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
})

function refusalOf(text: string): string | undefined {
  const bare = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replace(/<!--[\s\S]*?-->/g, '')
  if (bare.includes('<!')) return 'a document type or an open section'
  const tags = bare.match(/<\/?[^?!][^>]*>/g) ?? []
  if (tags.length > maxTags) return `more than ${maxTags} tags`
  if (depthOf(tags) > maxDepth) return `nested deeper than ${maxDepth} elements`
  const valid = XMLValidator.validate(text)
  return valid === true ? undefined : `no XML (${valid.err.msg})`
}

function depthOf(tags: readonly string[]): number {
  let depth = 0
  let deepest = 0
  for (const tag of tags) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) deepest = Math.max(deepest, ++depth)
  }
  return deepest
}

function readJson(text: string): ReadFields {
  try {
    const root: unknown = JSON.parse(text, (_, value) => (typeof value === 'number' ? String(value) : value))
    if (typeof root !== 'object' || root === null) return { ok: false, why: 'no JSON object' }
    // Whoever looks into it asks for texts, objects and arrays, and takes anything else for absent.
    return { ok: true, fields: root as WireObject }
  } catch {
    return { ok: false, why: 'no JSON' }
  }
}
