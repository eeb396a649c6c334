import type { Verdict } from '../../platform/verdict.ts'
import type { Answer, Note } from '../answer.ts'
import { errorTexts } from './error-texts.ts'

/** `{"errcode":0,"errmsg":"ok", …}`. */
export function ok(note: Note, members: Readonly<Record<string, unknown>> = {}): Answer {
  return { status: 200, body: { errcode: 0, errmsg: 'ok', ...members }, verdict: 'ok', note }
}

/** A body without `errcode`, as lists and tokens have it. */
export function plainBody(body: Readonly<Record<string, unknown>>, note: Note): Answer {
  return { status: 200, body, verdict: 'ok', note }
}

/** What a refusal says. */
export interface Failure {
  readonly code: number
  /** The platform's time, which the `rid` starts with. */
  readonly at: number
  /** Default: the text of the code. */
  readonly message?: string
  /** The rule that spoke; default: the code. */
  readonly verdict?: string
  readonly note: Note
}

/** Always HTTP 200: `{"errcode":40001,"errmsg":"… rid: 8hex-8hex-8hex"}`. */
export function failed({ code, at, message = textOf(code), verdict = String(code), note }: Failure): Answer {
  const errmsg = `${message} rid: ${rid(at, `${code} ${note.summary}`)}`
  return { status: 200, body: { errcode: code, errmsg }, verdict, note }
}

/** A rule's refusal; its code is the wire's. */
export function denied(
  verdict: Verdict,
  said: { readonly at: number; readonly note: Note; readonly message?: string },
): Answer {
  return failed({ code: Number(verdict.code), verdict: verdict.rule, ...said })
}

function textOf(code: number): string {
  return errorTexts.get(code) ?? 'system error'
}

/** Unix time in hex, then two groups that tell requests of one second apart. */
function rid(at: number, salt: string): string {
  const seconds = hex(Math.floor(at / 1_000))
  return `${seconds}-${hash(`${salt}${at}`, 0x811c9dc5)}-${hash(`${salt}${at}`, 0x9e3779b9)}`
}

/** 32 bits of FNV-1a; it need not resist anybody. */
function hash(text: string, start: number): string {
  let sum = start
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  return hex(sum)
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0')
}
