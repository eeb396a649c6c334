import type { PageJump } from '../jump.ts'
import { parseLink } from './link.ts'
import type { JumpUrlNote, JumpUrlOptions } from './options.ts'
import { parsePath } from './path.ts'
import { parseQuery } from './query.ts'
import { type JumpUrlRefused, refuse } from './refusal.ts'
import { refuseControls } from './screen.ts'

/** UTF-16 units (OA-3). */
export const maxJumpUrlLength = 2048

/** A jump that stays inside the sender's own mini-program, or why not. */
export type ParsedJumpUrl =
  | { readonly ok: true; readonly jump: PageJump; readonly notes: readonly JumpUrlNote[] }
  | JumpUrlRefused

/**
 * Reads a jump URL: a bare page path (leading slash and `.html` optional), a `mini://` link or a share link of the own app
 * (MA-12, JR-12). Never throws. An accepted path has only ASCII letters, digits, `_`, `-`, `.` and `/`, and no segment of dots;
 * whether there is such a page is `resolvePage`'s question.
 */
export function parseJumpUrl(text: string, options: JumpUrlOptions): ParsedJumpUrl {
  return refuseWhole(text) ?? parseScreened(text, options)
}

function parseScreened(text: string, options: JumpUrlOptions): ParsedJumpUrl {
  const [url, fragment] = cut(text, '#')
  const [head, search = ''] = cut(url, '?')
  const parts = isLink(head)
    ? parseLink(head, search, options)
    : { ok: true as const, page: head, query: search, notes: [] }
  if (!parts.ok) return parts
  const path = parsePath(parts.page)
  if (!path.ok) return path
  return {
    ok: true,
    jump: { kind: 'page', sender: options.sender, path: path.path, query: parseQuery(parts.query) },
    notes: fragment === undefined ? parts.notes : ['fragment-dropped', ...parts.notes],
  }
}

/** With a backslash it is a path, which `parsePath` refuses before anything can read the backslash as a slash. */
function isLink(head: string): boolean {
  return !head.includes('\\') && /^[a-z][a-z\d+.-]*:/i.test(head)
}

function refuseWhole(text: string): JumpUrlRefused | undefined {
  if (text === '') return refuse('empty', 'it is empty', 'Write a page path of this app.')
  if (text.length > maxJumpUrlLength) {
    const lengths = `it has ${text.length} UTF-16 units (${Array.from(text).length} code points)`
    return refuse('too-long', lengths, `At most ${maxJumpUrlLength} UTF-16 units are allowed.`)
  }
  const control = refuseControls(text)
  if (control) return control
  return /^\s|\s$/.test(text) ? refuse('blank', 'it starts or ends with a blank', 'Take the blank away.') : undefined
}

function cut(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
