import type { Undo } from '@minibell/ports'
import type { Change, Changes, Counts, Receipt, ReceiptsAnswer, Snapshot } from '@minibell/protocol'
import type { FileSends } from './file-send/file-sends.ts'
import type { Governance } from './governance/governance.ts'
import type { InboxNews } from './inbox-news.ts'
import type { CustomerService } from './official-account/customer-service/customer-service.ts'
import type { OfficialAccounts } from './official-account/official-accounts.ts'
import type { Processes } from './processes/processes.ts'
import type { Sends } from './sends/sending.ts'
import type { Tenant } from './tenant/tenant.ts'
import type { Explanation } from './verdict.ts'
import type { Capability, Person, PersonId, SenderId, SenderRecord, Template, World } from './world.ts'

export type * from './sends/sending.ts'

/**
 * The message platform itself: time in, verdicts and changes out. It knows neither HTTP nor MSW. Names of wires
 * (`appId`, `miniappId`) are translated before they come here.
 */
export interface Platform {
  readonly clock: PlatformClock
  readonly directory: Directory
  readonly sends: Sends
  readonly tenant: Tenant
  readonly governance: Governance
  readonly files: FileSends
  /** WO, WT, CS: WeChat's official accounts. */
  readonly official: OfficialAccounts
  /** CS: what users do with them, and what they may answer. */
  readonly customerService: CustomerService
  readonly delivery: Delivery
  /** What happens in inboxes, for what tells others of it. */
  readonly inboxes: InboxNews
  readonly texts: Texts
  readonly rules: RuleBook
  readonly journal: Journal
  readonly worlds: Worlds
  readonly processes: Processes
}

/** Wall time of the platform; a page follows it, timers do not. */
export interface PlatformClock {
  now(): number
  /** False while a world holds the clock still; it can be moved all the same. */
  running(): boolean
  /** Moves wall time; expiries up to the new time happen, in order, before it resolves. Negative: `RangeError`. */
  advance(ms: number): Promise<void>
  /** Any instant; going back is allowed and undoes nothing. */
  moveTo(at: number): Promise<void>
  /** Called after each move with the new time. */
  onMoved(listener: (at: number) => void): Undo
}

/** Who and what exists. Each `put` replaces the whole record. */
export interface Directory {
  senders(): Promise<readonly SenderRecord[]>
  sender(id: SenderId): Promise<SenderRecord | undefined>
  /** By the id that the dialect's wire carries. */
  senderByWireId(platform: SenderRecord['platform'], wireId: string): Promise<SenderRecord | undefined>
  putSender(sender: SenderRecord): Promise<void>
  setCapability(id: SenderId, capability: Capability): Promise<void>
  persons(): Promise<readonly Person[]>
  person(id: PersonId): Promise<Person | undefined>
  putPerson(person: Person): Promise<void>
  /** By operator account and the recipient id under it. */
  personByRecipientId(account: string, recipientId: string): Promise<Person | undefined>
  /** Records a launch, an app-show or a followed jump (MA-4); `at` defaults to now and may lie in the past. `null` forgets it. Writes a journal row. */
  recordUse(use: { readonly person: PersonId; readonly sender: SenderId; readonly at?: number | null }): Promise<void>
  lastUsedAt(person: PersonId, sender: SenderId): Promise<number | undefined>
  /** The recipient's own switch for one sender: nothing more is accepted for them (70011). */
  setMuted(person: PersonId, sender: SenderId, muted: boolean): Promise<void>
  /** The recipient's main switch (70011). */
  setPush(person: PersonId, on: boolean): Promise<void>
  /** Both kinds of switches; `muted` names the senders that are off. */
  pushSwitches(person: PersonId): Promise<{ readonly push: boolean; readonly muted: readonly SenderId[] }>
  templates(): Promise<readonly Template[]>
  template(code: string): Promise<Template | undefined>
  putTemplate(template: Template): Promise<void>
  /** OA-10: a token that names a person towards one sender. Seeded tokens keep their text. */
  issueAccessToken(grant: AccessGrant): Promise<string>
  accessToken(token: string): Promise<AccessGrant | undefined>
}

/** What a person allowed a mini-program: messages, as long as the token lives (OA-10). */
export interface AccessGrant {
  /** Chosen by the seed; otherwise made from the platform's randomness. */
  readonly token?: string
  readonly person: PersonId
  readonly sender: SenderId
  readonly expiresAt: number
  readonly scopes: readonly string[]
}

/** What a delivery session may see (DL-1). */
export type Scope = { readonly kind: 'host' } | { readonly kind: 'sender'; readonly sender: SenderId }

/** Who may see which inbox, until when (DL-1, DL-2). */
export interface DeliverySession {
  readonly token: string
  readonly person: PersonId
  readonly scope: Scope
  readonly expiresAt: number
}

/** The client's side. Sessions are those that `session` gave; whether they have ended since is for the caller to ask, or to hear by `ended`. */
export interface Delivery {
  openSession(options: {
    readonly person: PersonId
    readonly scope: Scope
    /** Default 3,600,000. */
    readonly lifeMs?: number
  }): Promise<DeliverySession>
  /** DL-2: `expired` also when it was revoked. */
  session(token: string): Promise<DeliverySession | 'unknown' | 'expired'>
  revoke(token: string): Promise<void>
  position(session: DeliverySession): Promise<{ readonly epoch: string; readonly base: number; readonly top: number }>
  /** DL-3, DL-4; `max` 1 … 1,000 changes. */
  changes(
    session: DeliverySession,
    after: { readonly epoch: string; readonly offset: number; readonly max: number },
  ): Promise<Changes>
  /** DL-3, DL-8: newest first, `max` 1 … 200. `malformed-cursor` when the cursor is none of ours or of another epoch. */
  snapshot(
    session: DeliverySession,
    page: { readonly cursor?: string; readonly max: number },
  ): Promise<Omit<Snapshot, 'serverAt'> | 'malformed-cursor'>
  counts(session: DeliverySession): Promise<Counts>
  /** Whose item that is; nothing when the session sees, and saw, none of this id. */
  senderOf(session: DeliverySession, itemId: string): Promise<SenderId | undefined>
  /** DL-5. */
  receive(session: DeliverySession, receipts: readonly Receipt[], deviceId: string): Promise<ReceiptsAnswer>
  /** Calls after each commit to the session's log with what the session may see of `(from, to]`. */
  watch(
    session: DeliverySession,
    listener: (news: {
      readonly epoch: string
      readonly from: number
      readonly to: number
      readonly changes: readonly Change[]
    }) => void,
  ): Undo
  /**
   * Calls once when the session is over: `expired` when it ran out or was revoked, `unknown` when another world took its
   * place. A watch goes on after an import, in the new epoch.
   */
  ended(session: DeliverySession, listener: (reason: 'unknown' | 'expired') => void): Undo
}

/** OA-3, SMS: texts that a phone got. They are in no inbox. */
export interface Texts {
  /** Newest first, `max` default 100. */
  of(person: PersonId, options?: { readonly max?: number }): Promise<readonly TextMessage[]>
}

/** A text in a phone's tray, with its values filled in. */
export interface TextMessage {
  readonly id: string
  readonly sender: SenderId
  readonly text: string
  readonly language: string
  readonly sentAt: number
}

/** All rules that the platform has, with a switch each. */
export interface RuleBook {
  list(): readonly RuleFacts[]
  /** X-1 teeth: a switched-off rule never speaks. Unknown id: false. */
  setEnabled(id: string, enabled: boolean): boolean
}

/** One rule as people see it; its check stays inside. */
export interface RuleFacts {
  /** `MA-3`, `MA-9.title` … */
  readonly id: string
  /** Where the statement stands, for people. */
  readonly source: string
  readonly severity: 'deny' | 'warn' | 'human'
  readonly summary: string
  readonly enabled: boolean
}

/**
 * A ring of what happened in this process, 10,000 rows by default. The platform itself writes the rows of kind `receipt`, `use`, `clock` and
 * `text`; who carries requests and connections writes theirs.
 */
export interface Journal {
  /** Answers the row's id; ids sort as text. Secrets are taken out before they come here. */
  write(row: JournalEntry): string
  /** Newest last. Without `after` the newest `max`, with it the first `max` after that row. Default: all. */
  read(query: { readonly after?: string; readonly max?: number }): readonly JournalRow[]
  row(id: string): JournalRow | undefined
  watch(listener: (row: JournalRow) => void): Undo
  clear(): void
  /** The same over all processes at the store. */
  readonly everywhere: {
    read(query: { readonly after?: string; readonly max: number }): Promise<readonly JournalRow[]>
    row(id: string): Promise<JournalRow | undefined>
    watch(listener: (row: JournalRow) => void): Undo
  }
}

/** A row before it is written; everything but kind and summary where it is known. */
export interface JournalEntry {
  readonly kind: 'request' | 'outbound' | 'receipt' | 'use' | 'clock' | 'text' | 'control' | 'connection' | 'governance'
  /** One line for people. */
  readonly summary: string
  readonly method?: string
  readonly path?: string
  readonly status?: number
  readonly request?: unknown
  readonly answer?: unknown
  /** `ok` or the rule that spoke. */
  readonly verdict?: string
  /** every rule's word on this attempt, the speaking one first. */
  readonly explanation?: Explanation
  readonly person?: PersonId
  readonly sender?: SenderId
  /** The request was an attempt to send to somebody, understood or not. */
  readonly isSend?: true
}

/** A row with its id and the platform's time. */
export interface JournalRow extends JournalEntry {
  readonly id: string
  readonly at: number
}

/** Everything at once: out, in, and back to the start. Sends and receipts under way end first. */
export interface Worlds {
  export(): Promise<World>
  /** Replaces everything; logs start a new epoch. Throws `WorldError` naming path, value and mend; then nothing changed. */
  import(world: unknown): Promise<void>
  /** Back to the world the platform was made with. */
  reset(): Promise<void>
  /** Calls after each import and reset. */
  onReplaced(listener: () => void): Undo
}
