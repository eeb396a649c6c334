import type { Folded } from '../../text/fold.ts'
import { arabicLanguages } from '../../text/language.ts'
import { spelledWhole } from '../../text/views.ts'
import type { MessageText } from '../message-text.ts'
import { inSentenceWith } from '../terms/advice.ts'
import type { Span, TermFinder } from '../terms/compile.ts'
import type { PromotionList } from './promotion-list.ts'
import { type Advice, type Promotion, promotionOf } from './promotion-terms.ts'

/** What promotes an app in a message. */
export interface FoundPromotion {
  readonly kind: 'package file' | 'app store' | 'download of an app'
  readonly part: 'title' | 'content'
  readonly excerpt: string
}

/** Finds what a message promotes. */
export type PromotionFinder = (message: MessageText) => FoundPromotion | undefined

/** MA-16: finds the promotion of an app's download. A sentence that advises against apps promotes none. */
export function promotionFinder(lists: readonly PromotionList[], advice: readonly Advice[]): PromotionFinder {
  const promotions = lists.map((list) => promotionOf(list, advice))
  return (message) => {
    const fitting = promotions.filter((promotion) => fits(promotion, message.source))
    for (const view of new Set([message.folded, spelledWhole(message.folded, '.')])) {
      const found = findPackage(view) ?? findIn(view.text, fitting)
      if (found) return { kind: found.kind, ...message.at(view, found.span.start, found.span.end) }
    }
    return undefined
  }
}

interface Found {
  readonly kind: FoundPromotion['kind']
  readonly span: Span
}

/** `kijani.apk`, and the word "APK" itself: nobody but who installs apps by hand uses it. */
const packageFile =
  /(?<![a-z0-9])[\p{L}\p{N}_()-]*[\p{L}\p{N})_-]\.(?:apk|xapk|apks|apkm|aab|ipa|exe|msi|dmg|hap|appx)(?![a-z0-9])|(?<![a-z0-9])(?:x?apks?|[.]apk)(?![a-z0-9])/u

/** What a package's name ends in. */
const ending = /apk|aab|ipa|exe|msi|dmg|hap|appx/

function findPackage({ text }: Folded): Found | undefined {
  const found = ending.test(text) ? packageFile.exec(text) : null
  return found ? { kind: 'package file', span: { start: found.index, end: found.index + found[0].length } } : undefined
}

function fits({ script, language }: Promotion, source: string): boolean {
  if (!script.test(source)) return false
  return language === 'ar' || language === 'ur' ? arabicLanguages(source).has(language) : true
}

/** "Install the app to see the bill" is about an app; "download the app's bill" and whatever lies further apart is about the bill. */
function isOfDocument(text: string, span: Span, documents: TermFinder): boolean {
  if (span.end - span.start > closest) return inSentenceWith(text, span, documents)
  return documents(text.slice(span.start, span.end + besideApp)) !== undefined
}

const closest = 34
const besideApp = 10

function findIn(text: string, promotions: readonly Promotion[]): Found | undefined {
  const advised = (span: Span): boolean => promotions.some(({ advice }) => inSentenceWith(text, span, advice))
  const paid = (span: Span): boolean => promotions.some(({ payment }) => inSentenceWith(text, span, payment))
  for (const { stores, phrases, download, taking } of promotions) {
    const store = stores(text)
    if (store && !paid(store) && !advised(store)) return { kind: 'app store', span: store }
    const phrase = phrases(text)
    if (phrase && !advised(phrase) && !promotions.some(({ documents }) => inSentenceWith(text, phrase, documents)))
      return { kind: 'download of an app', span: phrase }
    const span = download(text) ?? taking(text)
    if (span && !advised(span) && !promotions.some(({ documents }) => isOfDocument(text, span, documents)))
      return { kind: 'download of an app', span }
  }
  return undefined
}
