import type { Core } from '../../core.ts'
import type { CustomerRuleSet } from '../../rulebook/customer-service/rule-sets.ts'
import type { CustomerWindow } from '../../rulebook/customer-service/windows.ts'
import type { ShownMessage } from '../../sends/sending.ts'
import type { KfAccount } from '../../storage/customer-places.ts'
import type { Explanation, Verdict } from '../../verdict.ts'
import type { SenderId } from '../../world.ts'
import type { Pushes } from '../push.ts'
import type { AccountMedia } from '../records.ts'
import { type ActOutcome, act, type UserAction } from './act.ts'
import type { CustomerContent } from './content.ts'
import { type KfOutcome, kfDesk } from './kf-desk.ts'
import { deliverReply, serviceUnavailable } from './reply.ts'
import { type CustomerOutcome, explainCustomer, sendCustomer } from './send.ts'
import { type TypingOutcome, typing } from './typing.ts'
import { uploadMedia } from './uploaded-media.ts'
import { standing } from './user-standing.ts'

/** What a developer asks to be sent to one user. */
export interface CustomerSend {
  readonly sender: SenderId
  readonly openid: string
  readonly content: CustomerContent
  /** `customservice.kf_account`, with whose name and picture it would be shown. */
  readonly kfAccount?: string
}

/** Where one user and one account stand. */
export interface UserStanding {
  readonly rules: CustomerRuleSet
  /** CS-5, CS-6: when the account gets the windows of 2023. */
  readonly switchAt: number
  /** Those that are open, the first to be over first. */
  readonly windows: readonly CustomerWindow[]
}

/** CS-1 to CS-8: users act, accounts answer for a while. A promise rejects with `RangeError` for an unknown account alone. */
export interface CustomerService {
  /** A user does something with the account: the platform pushes it to the developer and opens what it opens. */
  act(sender: SenderId, openid: string, action: UserAction): Promise<ActOutcome>
  send(send: CustomerSend): Promise<CustomerOutcome>
  /** nothing is sent, spent or recorded. */
  explain(
    send: CustomerSend,
  ): Promise<{ readonly verdict?: Verdict; readonly words: Explanation; readonly shown: ShownMessage }>
  /** A passive reply to a push: it spends nothing. `undefined`: nobody has that openid. */
  reply(sender: SenderId, openid: string, content: CustomerContent): Promise<{ readonly itemId: string } | undefined>
  /** What the user sees when the developer's server gave no answer. */
  unavailable(sender: SenderId, openid: string): Promise<void>
  typing(sender: SenderId, openid: string, command: 'Typing' | 'CancelTyping'): Promise<TypingOutcome>
  standing(sender: SenderId, openid: string): Promise<UserStanding>
  /** Keeps temporary media for three days; answers the `media_id`. */
  upload(sender: SenderId, media: Omit<AccountMedia, 'id'>): Promise<{ readonly mediaId: string; readonly at: number }>
  readonly desk: {
    list(sender: SenderId): Promise<readonly KfAccount[]>
    add(sender: SenderId, kf: { readonly account: string; readonly nickname: string }): Promise<KfOutcome>
    update(
      sender: SenderId,
      kf: { readonly account: string; readonly nickname?: string; readonly headImage?: string },
    ): Promise<KfOutcome>
    remove(sender: SenderId, account: string): Promise<KfOutcome>
  }
}

export function customerService(core: Core, pushes: Pushes): CustomerService {
  const { together } = core.gate
  const desk = kfDesk(core)
  return {
    act: (sender, openid, action) => together(() => act(core, { pushes, sender, openid, action })),
    send: (send) => together(() => sendCustomer(core, send)),
    explain: (send) => together(() => explainCustomer(core, send)),
    reply: (sender, openid, content) => together(() => deliverReply(core, { sender, openid, content })),
    unavailable: (sender, openid) => together(() => serviceUnavailable(core, { sender, openid })),
    typing: (sender, openid, command) => together(() => typing(core, { sender, openid, command })),
    upload: (sender, media) => together(() => uploadMedia(core, sender, media)),
    standing: (sender, openid) => standing(core, sender, openid),
    desk: {
      list: desk.list,
      add: (sender, kf) => together(() => desk.add(sender, kf)),
      update: (sender, kf) => together(() => desk.update(sender, kf)),
      remove: (sender, account) => together(() => desk.remove(sender, account)),
    },
  }
}
