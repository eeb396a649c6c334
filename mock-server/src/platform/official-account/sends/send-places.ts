import { type Key, keyOf, padded, prefixOf } from '../../storage/key.ts'
import type { TemplateStatus } from '../push.ts'

/** What follows stands in the sender's own partition of sends. */
export const templateSendKeys = {
  /** How many template messages were accepted; ids follow it. */
  last: keyOf<number>('templateLast'),
  day: keyOf<DayRow>('templateDay'),
  /** `clear_quota` calls of a calendar month (UTC+8). */
  resets: keyOf<{ readonly month: string; readonly calls: number }>('quotaResets'),
  told: (openid: string, templateId: string): Key<ToldRow> => keyOf('templateTold', openid, templateId),
  sent: (openid: string, clientMsgId: string): Key<SentOnce> => keyOf('templateOnce', openid, clientMsgId),
  /** How many messages of a subscription are left. */
  subscribed: (openid: string, templateId: string): Key<number> => keyOf('subscribed', openid, templateId),
  /** What an item of the inbox was sent as. */
  item: (itemId: string): Key<{ readonly templateId: string; readonly openid: string }> =>
    keyOf('templateItem', itemId),
  /** WT-2: sends under special circumstances, for the operator. */
  exempt: (number: number): Key<ExemptSend> => keyOf('templateExempt', padded(number)),
  exempts: prefixOf('templateExempt'),
  /** WT-2: what an operator or developer declared for a template. */
  circumstance: (templateId: string): Key<Circumstance> => keyOf('templateCircumstance', templateId),
} as const

/** Accepted sends of a calendar day (UTC+8) since the last reset. */
export interface DayRow {
  readonly day: string
  readonly sends: number
}

/** WT-6: accepted messages of one template to one recipient, newest last. */
export type ToldRow = readonly { readonly at: number; readonly subject: string }[]

/** Without a status the send is under way, or broke off: whoever comes next with the same id carries it on. */
export interface SentOnce {
  readonly at: number
  readonly msgId: string
  readonly base: string
  readonly status?: TemplateStatus
}

export interface ExemptSend {
  readonly at: number
  readonly openid: string
  readonly templateId: string
  readonly msgId: string
  readonly circumstance: string
}

export interface Circumstance {
  readonly text: string
  /** ms since 1970; afterwards it counts no more. */
  readonly untilAt: number
}
