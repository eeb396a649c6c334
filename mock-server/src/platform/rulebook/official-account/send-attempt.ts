import type { AccountTemplate, Follower, Operation } from '../../official-account/records.ts'
import type { DayRow, ToldRow } from '../../official-account/sends/send-places.ts'
import type { SenderRecord } from '../../world.ts'
import type { AccountAttempt } from './account-attempt.ts'

/** All that the rules of `template/send` look at. */
export interface SendAttempt extends AccountAttempt {
  readonly openid: string
  /** False: nobody has that openid under the account. */
  readonly isKnown: boolean
  /** Absent: never followed. */
  readonly follower?: Follower
  readonly templateId: string
  /** One of the account's own. */
  readonly template?: AccountTemplate
  readonly miniProgram?: {
    readonly appId: string
    readonly pagePath: string
    /** Absent: no sender of the directory has that appid. */
    readonly sender?: SenderRecord
  }
  /** As it came: `undefined` where a key has no value that is text. */
  readonly data: Readonly<Record<string, string | undefined>> | 'malformed'
  /** WT-2: what the developer said of it. */
  readonly stated: Stated
  /** WT-6: what it is about; the developer's word, or the values of the keyword lines. */
  readonly subject: string
  readonly told: ToldRow
  readonly day: DayRow
}

/** What a send says of itself beside WeChat's own fields. */
export interface Stated {
  /** WT-2: the operation that triggered it, as it was recorded. */
  readonly trigger?: { readonly kind: string; readonly subject?: string }
  /** WT-2: why it goes out without trigger and consent: fault or disaster. */
  readonly circumstance?: string
}

/** WT-2, WT-4: fault notifications and alerts that were approved as ones of disasters. */
export function isExempt({ template }: Pick<SendAttempt, 'template'>): boolean {
  return template?.kind === 'fault' || (template?.kind === 'alert' && template.disaster === true)
}

export function hasConsent({ follower, templateId }: SendAttempt): boolean {
  return follower?.consents?.some((each) => each === '*' || each === templateId) ?? false
}

/** The named operation, or the last one; nothing where a named one is not recorded. */
export function triggerOf({ follower, stated }: SendAttempt): Operation | undefined {
  const operations = follower?.operations ?? []
  const { trigger } = stated
  const matching = trigger
    ? operations.filter(
        ({ kind, subject }) => kind === trigger.kind && (trigger.subject === undefined || trigger.subject === subject),
      )
    : operations
  return matching.reduce<Operation | undefined>((last, each) => (last && last.at > each.at ? last : each), undefined)
}
