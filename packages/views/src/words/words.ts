import type { DateStyle, Format, PluralForm } from './format.ts'

/** One sentence in the plural forms that its language has; a form that is absent is `other`. `{n}` is the count. */
export type PluralText = { readonly [Form in PluralForm]?: string } & { readonly other: string }

/** What the capsule bubble says: the only words on a page's first paint. */
export interface BubbleWords {
  /** Of a badge, a bubble and the pill over a scrolled list. */
  readonly newMessages: PluralText
  /** Over a bubble of several: `{messages}` is `newMessages`. */
  readonly messagesFrom: string
  readonly close: string
  /** After a tap that led nowhere. */
  readonly failed: string
}

/** Every word that a surface shows or tells a screen reader. `{title}` and `{n}` are filled in as text. */
export interface Words extends ListWords, ChoiceWords {
  readonly times: TimeWords
}

/** How long ago, in short: as `Intl.RelativeTimeFormat` says it where it knows the language. */
export interface TimeWords {
  readonly now: string
  readonly today: string
  readonly yesterday: string
  /** The day before yesterday, where the language has a word for it. */
  readonly before?: string
  readonly minute: PluralText
  readonly hour: PluralText
  readonly day: PluralText
}

/** What lists and sheets say from their first paint. */
export interface ListWords extends BubbleWords {
  readonly messages: string
  readonly all: string
  readonly unread: string
  readonly markAllRead: string
  readonly markRead: string
  readonly details: string
  readonly dismiss: string
  readonly dismissed: string
  /** Label of a row's menu button. */
  readonly actions: string
  readonly openPage: string
  readonly back: string
  readonly settings: string
  readonly muted: string
  /** In place of the content of a kind that this version cannot show. */
  readonly unsupported: string
  /** Of a row whose sender was removed, and of an item that is no longer here for no reason known. */
  readonly gone: string
  readonly loading: string
  readonly offline: string
  readonly notLoaded: string
  readonly retry: string
  /** Label of the button that asks the platform anew, as a pull at the top does. */
  readonly refresh: string
  readonly empty: string
  readonly emptyHint: string
  readonly allRead: string
  /** Absent: as the format says it. */
  readonly times?: TimeWords | undefined
  /** Dates of a language that browsers seldom know. Absent: as the format says them. */
  readonly date?: (at: number, style: DateStyle, format: Format) => string
}

/** What is said only once a surface is used, by complaints, switches and taps that led nowhere; loaded then. `{sender}` is filled in as text. */
export interface ChoiceWords {
  /** Why an item is no longer here (JR-9). */
  readonly withdrawn: string
  readonly expired: string
  readonly removed: string
  /** The page is not one of the mini-program's (JR-7). */
  readonly notFound: string
  readonly report: string
  /** The four kinds of a report (MA-21). */
  readonly harassing: string
  readonly isFalse: string
  readonly marketing: string
  readonly other: string
  readonly reported: string
  readonly stop: string
  readonly stopped: string
  readonly allow: string
  readonly allowed: string
  /** The platform refused or did not answer. */
  readonly notDone: string
  /** Of the switch for all senders at once. */
  readonly everybody: string
}
