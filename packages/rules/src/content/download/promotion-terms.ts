import { inSentenceWith } from '../terms/advice.ts'
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
  /** An app close to a word for taking it, or beside the phones that it is for. */
  readonly taking: TermFinder
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
    taking: takingFinder(list),
    documents: termFinder(list, list.documents),
    payment: termFinder(list, list.payment),
    advice: termFinder(own ?? list, own?.advice ?? list.payment),
  }
}

const most = 48
/** How far a word for taking may stand from the app, on the side where the language has its objects, and on the other. */
const mostTaken = { object: 24, other: 3 }

/** What apps run on, in the scripts of the served languages. */
const platformNames = `android, iphone, iphones, ios, harmonyos, اندرويد, لاندرويد, للاندرويد, ايفون, وايفون, للايفون, لايفون, اینڈرائیڈ, اینڈرائڈ, اینڈروئیڈ, آئی فون, آئیفون, एंड्रॉयड, एंड्रॉइड, एंड्रायड, आईफोन, আইফোনে, আইফোন, অ্যান্ড্রয়েড, অ্যান্ড্রয়েডে, এন্ড্রয়েড, አንድሮይድ, ለአንድሮይድ, የአንድሮይድ, አይፎን, ለአይፎን, 安卓, 苹果手机, 苹果, 鸿蒙`

function takingFinder(list: PromotionList): TermFinder {
  const apps = allMatches(list, list.takenApps)
  const takes = allMatches(list, list.takes)
  const runs = [...new Set([list.script, 'Latin'])].map((script) => allMatches({ script }, platformNames))
  const uses = termFinder(list, list.uses)
  const isInside = insideCheck(list)
  const takesObject = objectCheck(list)
  return (text) => {
    for (const app of apps(text)) {
      if (isInside(text, app)) continue
      const near =
        takes(text).find((take) => takesObject(text, app, take)) ??
        runs.flatMap((run) => run(text)).find((span) => areNear(text, app, span))
      const both = near && { start: Math.min(app.start, near.start), end: Math.max(app.end, near.end) }
      if (both && !inSentenceWith(text, both, uses)) return both
    }
    return undefined
  }
}

/** Whether an app is what is taken: close to the verb, with no other object or clause between. */
function objectCheck({ language }: PromotionList): (text: string, app: Span, take: Span) => boolean {
  const verbLast = /^(?:am|bn|hi|ur)$/.test(language)
  return (text, app, take) => {
    const isAfter = take.start >= app.end
    const between = isAfter ? text.slice(app.end, take.start) : text.slice(take.end, app.start)
    const reach = isAfter === verbLast ? mostTaken.object : mostTaken.other
    return areNear(text, app, take) && between.length <= reach && !/[:,،፣，、]|\d/u.test(between)
  }
}

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
  return start >= app.end && start - app.end <= most && endsIn(text.slice(app.end, start)) <= 1
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
