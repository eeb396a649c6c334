import type { Undo } from '@minibell/ports'
import type { Message } from '@minibell/protocol'
import type { Occurrence } from '../rulebook/miniapp/service-attempt.ts'
import type { Explanation, Verdict } from '../verdict.ts'
import type { OpenApiSettings, Person, SenderId, SenderRecord, Template } from '../world.ts'
import type { SenderOutlook, Turn } from './outlook/outlook.ts'

/**
 * A send that was accepted, or refused by a rule. Bodies of the wire are written by `api/`; `explanation` is for the journal's row.
 * `offset` is 0 where nothing was put into an inbox: a text (SMS), or a rule that would have refused is switched off.
 */
export type SendOutcome =
  | {
      readonly accepted: true
      readonly itemId: string
      readonly offset: number
      readonly repeated: boolean
      readonly explanation: Explanation
    }
  | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }

/** A message as it would be shown; `text`: on the phone's tray, in no inbox (OA-3, SMS). */
export interface ShownMessage {
  readonly message: Message
  readonly placement: 'list' | 'bubble' | 'text'
  /** BCP 47, where the platform knows the language of the text. */
  readonly language?: string
}

/** A template message as the super app gets it (DL-11). */
export interface AcceptedTemplate {
  readonly itemId: string
  readonly person: Person
  readonly sender: SenderRecord
  readonly template: Template
  readonly title: string
  readonly content: string
  readonly language: string
  readonly redirectUrl?: string
}

/** What the wire found of a call's signature (70007). */
export type CallSignature = 'valid' | 'wrong' | 'absent'

/** The developer's side. Refusals are data; a promise rejects for an unknown sender or a failed store alone. */
export interface Sends {
  /** MA-7: registers content; the content rules speak here. `requestId` makes it repeatable. */
  registerMessage(message: {
    readonly sender: SenderId
    readonly title: string
    readonly content: string
    readonly jumpUrl: string
    /** MA-15. */
    readonly topic?: string
    readonly requestId?: string
    readonly signature?: CallSignature
  }): Promise<
    | { readonly accepted: true; readonly messageId: string; readonly explanation: Explanation }
    | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }
  >

  /**
   * Sends registered or inline content to 1 … 200 recipients of one mini-program (MA-3 to MA-12). An inline message is
   * registered first; when that is refused nothing is sent. `whole`: a denial of the whole batch (capability, rate,
   * content, not registered); otherwise one outcome a recipient, in the order given.
   */
  sendService(send: {
    readonly sender: SenderId
    readonly recipientIds: readonly string[]
    readonly content:
      | { readonly messageId: string }
      | {
          readonly title: string
          readonly content: string
          readonly jumpUrl: string
          /** MA-15. */
          readonly topic?: string
        }
    readonly requestId?: string
    readonly signature?: CallSignature
    /** MA-14: what the recipient did; compared only where all three are given. */
    readonly occurrence?: Occurrence
    /** DL-7; no dialect sets it. */
    readonly expiresAt?: number
  }): Promise<
    | { readonly whole: Verdict; readonly explanation: Explanation }
    | {
        readonly messageId: string
        readonly outcomes: readonly { readonly recipientId: string; readonly outcome: SendOutcome }[]
        /** Of the first refused recipient, else of the first. */
        readonly explanation: Explanation
      }
  >

  /** every rule's word on a send that is not made; nothing is spent, claimed or kept. */
  explainService(send: Parameters<Sends['sendService']>[0]): Promise<{
    /** Against the whole of it. */
    readonly whole?: Verdict
    readonly words: Explanation
    /** Absent: nothing of that id is registered. */
    readonly shown?: ShownMessage
    readonly recipients: readonly {
      readonly recipientId: string
      readonly verdict?: Verdict
      readonly words: Explanation
    }[]
  }>

  /** OA-2 to OA-7, OA-9, OA-10, after the wire's shape was checked. `body` is what OA-9 compares, `accessToken` replaced by its person. */
  sendTemplate(send: {
    readonly client: string
    readonly sender: SenderId
    readonly accessToken: string
    readonly requestId: string
    readonly templateCode: string
    readonly redirectUrl?: string
    readonly templates: readonly { readonly language: string; readonly parameters: Readonly<Record<string, string>> }[]
    readonly body: unknown
    /** The process's defaults; the world's own settings win. */
    readonly settings?: OpenApiSettings
  }): Promise<SendOutcome>

  /** as `explainService`, of a template send. */
  explainTemplate(send: Parameters<Sends['sendTemplate']>[0]): Promise<{
    readonly verdict?: Verdict
    readonly words: Explanation
    /** Absent: the sender has no such template. */
    readonly shown?: ShownMessage
  }>

  /** How each sender that knows the person stands towards them now; in the order of the directory. */
  outlook(person: Person): Promise<readonly SenderOutlook[]>
  /** what time alone will change for these people and for all senders, the soonest first. */
  turns(persons: readonly Person[]): Promise<readonly Turn[]>

  /** DL-6. False when there is no such item or it is gone already. */
  withdraw(itemId: string): Promise<boolean>
  /** Calls once for each template message that was accepted, when it is delivered; not for repetitions (DL-11). */
  onTemplate(listener: (message: AcceptedTemplate) => void): Undo
}
