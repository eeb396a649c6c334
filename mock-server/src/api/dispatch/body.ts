import type { Problem } from '../problem.ts'
import { malformed } from '../shape.ts'

/** Bytes of a request body that are read at most, unless a route says otherwise. */
export const bodyLimit = 262_144

/** Deeper JSON than this is refused unread: nothing on any wire needs it. */
const depthLimit = 64

/** A body as it came: bytes, or text where the face never had bytes. */
export type Came =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem }

/** Reads a body of at most `limit` bytes; more than that must not be held. */
export type ReadBody = (limit: number) => Promise<Came>

/** The body ended before its time: the client went away. */
export const cutOff: Came = {
  ok: false,
  problem: malformed({ expected: 'the whole of it', received: 'cut off in the middle' }),
}

/** Reads at most `limit` bytes, whatever `content-length` says, and lets go of the rest. */
export async function readBytes(request: Request, limit: number): Promise<Came> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  if (declared > limit) return tooLarge(limit)
  if (!request.body) return { ok: true, bytes: new Uint8Array(0) }
  return drain(request.body.getReader(), limit).catch(() => cutOff)
}

async function drain(from: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<Came> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (let next = await from.read(); !next.done; next = await from.read()) {
    length += next.value.byteLength
    if (length > limit) {
      from.cancel().catch(() => undefined)
      return tooLarge(limit)
    }
    chunks.push(next.value)
  }
  return { ok: true, bytes: joined(chunks, length) }
}

/** The body in the pieces in which it comes. */
export async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const from = request.body?.getReader()
  if (!from) return
  for (let next = await from.read(); !next.done; next = await from.read()) yield next.value
}

/** The body of a face that has it as text already. */
export function textBody(text: string): ReadBody {
  return async (limit) => (bytesOf(text) > limit ? tooLarge(limit) : { ok: true, text })
}

/** UTF-8 bytes of a text, counted without making them; half a surrogate pair becomes three. */
export function bytesOf(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    // A pair is two units and four bytes, so each half adds one; everything else above 0x7ff adds two.
    bytes += unit < 0x800 || isPaired(text, index) ? 1 : 2
  }
  return bytes
}

function isPaired(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit >= 0xd800 && unit < 0xdc00) return (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
  return (unit & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800
}

/** The answer to a body that is over the limit. */
export function tooLarge(limit: number): { readonly ok: false; readonly problem: Problem } {
  const message = `Failed to read the body: it has more than ${limit} bytes. Send less, or in several requests.`
  return { ok: false, problem: { code: 'too-large', message } }
}

/** UTF-8 (a byte order mark is skipped) and JSON; of repeated keys the last counts. */
export function parseJson(
  came: { readonly bytes: Uint8Array } | { readonly text: string },
): { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: Problem } {
  const refuse = (received: string) => ({
    ok: false as const,
    problem: malformed({ expected: 'JSON in UTF-8', received }),
  })
  let text: string
  try {
    text =
      'text' in came ? came.text.replace(/^\ufeff/, '') : new TextDecoder('utf-8', { fatal: true }).decode(came.bytes)
  } catch {
    return refuse('no valid UTF-8')
  }
  if (text.trim() === '') return refuse('empty')
  if (depthOf(text) > depthLimit) return refuse(`nested deeper than ${depthLimit} levels`)
  try {
    return { ok: true, json: JSON.parse(text) }
  } catch (error) {
    return refuse(`no JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'})`)
  }
}

/** Nesting of brackets outside strings; good enough to bound recursion before anything recurses. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (quoted) {
      if (unit === 0x5c) index += 1
      else if (unit === 0x22) quoted = false
    } else if (unit === 0x22) quoted = true
    else if (unit === 0x5b || unit === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (unit === 0x5d || unit === 0x7d) depth -= 1
  }
  return deepest
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0]
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.byteLength
  }
  return all
}
