import type { Writing } from '../terms/writing.ts'

/** How one language promotes the download of an app (MA-16). All are terms. */
export interface PromotionList extends Writing {
  /** ISO 639-1. */
  readonly language: string
  /** Words for an app, and for downloading or installing: both in one sentence promote. */
  readonly apps: string
  readonly verbs: string
  /** Verbs that speak of what was just named: they count in the sentence after the app, too. */
  readonly back: string
  /** Verbs of taking, trying and putting on a phone: they promote close to one of `takenApps`. */
  readonly takes: string
  /** Words for an app that mean nothing else: "application" may be a request. */
  readonly takenApps: string
  /** What services say of an app that somebody has: a sign-in on an Android phone promotes none. */
  readonly uses: string
  /** Right before or right after the word for an app: the download is done in it, it is not what is downloaded. */
  readonly inside: { readonly before?: string; readonly after?: string }
  /** What services let people download: with one of these in the sentence nothing is promoted. */
  readonly documents: string
  /** Phrases that promote by themselves. */
  readonly phrases: string
  /** Names of app stores: they count unless the sentence is about a payment there. */
  readonly stores: string
  readonly payment: string
}
