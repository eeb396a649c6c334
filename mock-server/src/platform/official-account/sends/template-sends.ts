import type { Core } from '../../core.ts'
import type { ShownMessage } from '../../sends/sending.ts'
import { appPartition } from '../../storage/app-places.ts'
import type { Explanation, Verdict } from '../../verdict.ts'
import type { SenderId } from '../../world.ts'
import type { Outcome } from '../outcome.ts'
import type { Pushes, TemplateStatus } from '../push.ts'
import { type BlockedMessage, blockedMessages } from './blocked.ts'
import { clearQuota } from './quota.ts'
import { type Quotas, quotas, type SubscriptionLeft, subscriptionsOf } from './quotas-left.ts'
import { type Circumstance, type ExemptSend, templateSendKeys } from './send-places.ts'
import { explainTemplateMessage, sendTemplateMessage } from './send-template.ts'
import { type SubscribedMessage, type Subscription, sendSubscribed, subscribe } from './subscription.ts'

/** WT-1 to WT-6: the developer's sends. Rejects for an unknown account or a failed store alone. */
export interface TemplateSends {
  send(request: TemplateMessage): Promise<TemplateSendOutcome>
  /** A subscription message: to those who agreed to it, followers or not. */
  sendSubscribed(request: SubscribedMessage): Promise<Outcome<{ readonly itemId?: string }>>
  /** A person agrees to messages of a template; answers how many are left. */
  subscribe(sender: SenderId, subscription: Subscription): Promise<number>
  /** What a person agreed to and was not sent yet. */
  subscriptions(sender: SenderId, openid: string): Promise<readonly SubscriptionLeft[]>
  /** 45009: what was used of the day and of the month. */
  quotas(sender: SenderId): Promise<Quotas>
  /** every rule's word on a send that is not made. */
  explain(
    request: TemplateMessage,
  ): Promise<{ readonly verdict?: Verdict; readonly explanation: Explanation; readonly shown?: ShownMessage }>
  /** 48006: the 10 resets of the calendar month (UTC+8) are used up. */
  clearQuota(sender: SenderId): Promise<boolean>
  /** Messages of a template that an operator took back, oldest first; `after`: the largest id that is known, 0 at first. */
  blocked(
    sender: SenderId,
    query: { readonly templateId: string; readonly after: number; readonly max: number },
  ): Promise<readonly BlockedMessage[]>
  /** WT-2: sends that went out without trigger and consent, newest first. */
  exemptSends(sender: SenderId): Promise<readonly ExemptSend[]>
  /** WT-2: what allows sends of an exempt template for a while. `undefined` takes it back. */
  declareCircumstance(
    sender: SenderId,
    declared: { readonly templateId: string; readonly circumstance: Circumstance | undefined },
  ): Promise<void>
}

/** `template/send` after the wire's shape was checked. */
export interface TemplateMessage {
  readonly sender: SenderId
  readonly openid: string
  readonly templateId: string
  readonly url?: string
  readonly miniProgram?: { readonly appId: string; readonly pagePath: string }
  /** As it came: `undefined` where a key has no value that is text. */
  readonly data: Readonly<Record<string, string | undefined>> | 'malformed'
  /** One openid gets one message of an id in 10 minutes. */
  readonly clientMsgId?: string
  readonly trigger?: { readonly kind: string; readonly subject?: string }
  readonly circumstance?: string
  readonly subject?: string
}

/** 64-bit ids are decimal text. `itemId` is absent where nothing reached an inbox. */
export type TemplateSendOutcome =
  | {
      readonly accepted: true
      readonly msgId: string
      readonly repeated: boolean
      /** Absent for a repetition. */
      readonly status?: TemplateStatus
      readonly itemId?: string
      readonly explanation: Explanation
    }
  | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }

export function templateSends(core: Core, pushes: Pushes): TemplateSends {
  const { together } = core.gate
  return {
    send: (request) => together(() => sendTemplateMessage(core, pushes, request)),
    sendSubscribed: (request) => together(() => sendSubscribed(core, request)),
    subscribe: (sender, subscription) => together(() => subscribe(core, sender, subscription)),
    subscriptions: (sender, openid) => subscriptionsOf(core, sender, openid),
    quotas: (sender) => quotas(core, sender),
    explain: (request) => together(() => explainTemplateMessage(core, request)),
    clearQuota: (sender) => together(() => clearQuota(core, sender)),
    blocked: (sender, query) => blockedMessages(core, sender, query),
    async exemptSends(sender) {
      const range = { prefix: templateSendKeys.exempts, max: 200, reverse: true } as const
      const rows = await core.store.scan(appPartition(sender), range)
      // Only `templateSendKeys.exempt` writes below this prefix.
      return rows.map(({ value }) => value as ExemptSend)
    },
    declareCircumstance: (sender, { templateId, circumstance }) =>
      together(() =>
        core.transactions.write(appPartition(sender), async (transaction) =>
          transaction.put(templateSendKeys.circumstance(templateId), circumstance),
        ),
      ),
  }
}
