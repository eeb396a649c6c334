import { allMatches, type Span, type TermFinder, termFinder, type Writing } from '../terms/compile.ts'
import type { PromotionList } from './promotion-list.ts'

/** Where the advice against unknown apps is taken from: the lists of MA-13. */
export interface Advice extends Writing {
  readonly language: string
  readonly advice: string
}

/** A promotion list, compiled on first use. */
export interface Promotion {
  readonly language: string
  readonly script: RegExp
  readonly stores: TermFinder
  readonly phrases: TermFinder
  /** An app and a word for downloading it in one sentence. */
  readonly download: TermFinder
  readonly documents: TermFinder
  readonly payment: TermFinder
  readonly advice: TermFinder
}

/** Compiles one language's list. */
export function promotionOf(list: PromotionList, advice: readonly Advice[]): Promotion {
  const own = advice.find(({ language }) => language === list.language)
  return {
    language: list.language,
    // App stores keep their Latin names in every language.
    script: list.script === 'Latin' ? /[A-Za-zＡ-ｚ]/u : new RegExp(`\\p{Script=${list.script}}`, 'u'),
    stores: termFinder(list, list.stores),
    phrases: termFinder(list, list.phrases),
    download: downloadFinder(list),
    documents: termFinder(list, list.documents),
    payment: termFinder(list, list.payment),
    advice: termFinder(own ?? list, own?.advice ?? list.payment),
  }
}

const most = 48

function downloadFinder(list: PromotionList): TermFinder {
  const apps = allMatches(list, list.apps)
  const verbs = allMatches(list, list.verbs)
  const back = allMatches(list, list.back)
  const isInside = insideCheck(list)
  return (text) => {
    const downloads = verbs(text)
    const backwards = back(text)
    if (downloads.length + backwards.length === 0) return undefined
    for (const app of apps(text)) {
      if (isInside(text, app)) continue
      const verb =
        downloads.find((span) => areNear(text, app, span)) ?? backwards.find((span) => isNext(text, app, span))
      if (verb) return { start: Math.min(app.start, verb.start), end: Math.max(app.end, verb.end) }
    }
    return undefined
  }
}

function areNear(text: string, one: Span, other: Span): boolean {
  const [from, to] = one.end <= other.start ? [one.end, other.start] : [other.end, one.start]
  return to >= from && to - from <= most && endsIn(text.slice(from, to)) === 0
}

function isNext(text: string, app: Span, { start }: Span): boolean {
  return start >= app.end && start - app.end <= most && endsIn(text.slice(app.end, start)) === 1
}

const endsIn = (text: string): number => text.match(/[.!?。！？।۔؟።;](?!\d)/gu)?.length ?? 0

/** "in the app": whether what stands right before or right after says where, not what. */
function insideCheck({ inside, ...writing }: PromotionList): (text: string, app: Span) => boolean {
  const before = inside.before === undefined ? undefined : allMatches(writing, inside.before)
  const after = inside.after === undefined ? undefined : allMatches(writing, inside.after)
  return (text, { start, end }) => {
    const head = text.slice(Math.max(0, start - 24), start)
    const tail = text.slice(end, end + 16)
    return (
      before?.(head).some((span) => /^[\s'-]*$/.test(head.slice(span.end))) === true ||
      after?.(tail).some((span) => /^\s*$/.test(tail.slice(0, span.start))) === true
    )
  }
}
