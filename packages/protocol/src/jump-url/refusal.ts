/** Why a text is no jump URL. Each is one trick or slip; `detail` of the refusal says it with its values. */
export type JumpUrlRefusal =
  | 'empty'
  /** More than `maxJumpUrlLength` UTF-16 units. */
  | 'too-long'
  /** A control character, a line break, or NUL, also written `%00`. */
  | 'control'
  /** A blank before or after. */
  | 'blank'
  /** A scheme other than `mini`, and `http(s)` of a share link. */
  | 'scheme'
  /** `//host`, a host that is no share host, or a path on it that is no share link. */
  | 'host'
  /** A link of another app, or of none. */
  | 'app'
  /** No page: a query alone, a fragment alone, a link without `page`. */
  | 'page-missing'
  | 'backslash'
  /** Percent-encoding in the path, single, double or mixed. */
  | 'encoded'
  /** A segment of dots alone. */
  | 'traversal'
  /** `a//b`. */
  | 'empty-segment'
  /** Two extensions, or nothing but an extension. */
  | 'extension'
  /** Anything else in the path but ASCII letters, digits, `_`, `-`, `.` and `/`: look-alikes, bidi controls, blanks. */
  | 'character'

/** A refused text. `detail` is a sentence for developers, in English. */
export interface JumpUrlRefused {
  readonly ok: false
  readonly reason: JumpUrlRefusal
  readonly detail: string
}

/** `fact` says what was found, `mend` what to do. */
export function refuse(reason: JumpUrlRefusal, fact: string, mend: string): JumpUrlRefused {
  return { ok: false, reason, detail: `The jump URL was refused: ${fact}. ${mend}` }
}

/** A part of the text for a sentence: at most 40 characters, anything but printable ASCII as `‹U+202E›`. */
export function show(text: string): string {
  const part = Array.from(text).slice(0, 40).join('')
  return `"${part.replace(/[^ -~]/gu, (character) => `‹${number(character)}›`)}${part === text ? '' : '…'}"`
}

/** `U+FF0F "／"`; invisible characters by number alone. */
export function nameCharacter(character: string): string {
  const visible = /^[!-~\u00a1-\u02ff\u0370-\u0589\u3001-\ud7ff\uff01-\uffee]/.test(character)
  return visible ? `${number(character)} "${character}"` : number(character)
}

function number(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `U+${'0'.repeat(Math.max(0, 4 - code.length))}${code}`
}
