import { readdirSync, readFileSync } from 'node:fs'
import type { ContentAttempt, Ruling, SentMessage } from '@minibell/rules'

/** One message and what a rule must say of it. */
export interface CorpusCase {
  /** `MA-13.unlawful`; a rule whose id is longer belongs to it: `MA-10.title`. */
  readonly rule: string
  /** ISO 639-1. */
  readonly language: string
  /** Whether the rule must find fault. */
  readonly breaks: boolean
  /** Who wrote it: absent for the author of the rules, else written without sight of them, a higher one later. */
  readonly hand?: number
  /** Instead of an attempt: looked at as title and as content. */
  readonly text?: string
  readonly attempt?: ContentAttempt
  /** Without instants: a day apart, the first is the newest. */
  readonly history?: readonly (Omit<SentMessage, 'at'> & { readonly at?: number })[]
  readonly rulings?: readonly Ruling[]
  /** Of the page that the jump URL leads to. */
  readonly topics?: readonly string[]
  /** What the rule must name: a form of MA-10, a character of MA-11. */
  readonly found?: string | { readonly kind: string; readonly character: string }
}

/** A message as honest services send it: no rule may deny it. */
export interface OrdinaryMessage {
  readonly language: string
  readonly title: string
  readonly content: string
}

const folder = new URL('../../packages/rules/corpus/', import.meta.url)

/** Every case of every rule. The files' form is checked by the tests that use them. */
export const cases: readonly CorpusCase[] = readdirSync(folder)
  .filter((name) => name.startsWith('ma-'))
  .flatMap((name) => read<CorpusCase>(name))

/** Negative cases of every rule that reads texts. */
export const ordinary: readonly OrdinaryMessage[] = read<OrdinaryMessage>('ordinary.json')

/** The served languages, ISO 639-1. */
export const languages: readonly string[] = ['am', 'ar', 'bn', 'en', 'fr', 'ha', 'hi', 'pt', 'sw', 'ur', 'zh']

/** Read by hand: a loader of modules would refuse the lone surrogates in it. */
function read<Entry>(name: string): readonly Entry[] {
  // The form of the file is checked by the tests that use it.
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Entry[]
}

/** A half of what the author of the rules wrote, by a hash of the text, or all that another hand wrote: `hand-2`. */
export type Sample = 'held-out' | 'tuned' | `hand-${number}`

/** Which sample a text belongs to; rules are measured on all but `tuned`, and no rule file may be made from those. */
export function sampleOf(text: string, hand?: number): Sample {
  if (hand !== undefined) return `hand-${hand}`
  return fnv1a(text) % 2 === 0 ? 'held-out' : 'tuned'
}

/** Samples of other hands, the earliest first. */
export const hands: readonly Sample[] = [...new Set(cases.flatMap(({ hand }) => hand ?? []))]
  .sort((a, b) => a - b)
  .map((hand): Sample => `hand-${hand}`)

/** The sample of a case or of an ordinary message. */
export function sampleOfCase(one: CorpusCase | OrdinaryMessage): Sample {
  return sampleOf(textOf(one), 'hand' in one ? one.hand : undefined)
}

/** What a case says, as one text. */
export function textOf(one: CorpusCase | OrdinaryMessage): string {
  if ('title' in one) return `${one.title}\n${one.content}`
  if (one.text !== undefined) return one.text
  const { title, content, jumpUrl, topic, occurrence } = one.attempt ?? {}
  const parts = [title, content, jumpUrl, topic, occurrence, ...(one.topics ?? [])]
  return parts.filter((part) => part !== undefined).join('\n')
}

/** FNV-1a of 32 bits over UTF-16 units. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}
