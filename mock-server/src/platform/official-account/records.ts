import type { TemplateClass, TemplateKind } from '@minibell/rules'
import type { SenderId } from '../world.ts'
import type { PenaltyNumbers } from './violations/penalty-numbers.ts'

/**
 * A WeChat official account, beside the `SenderRecord` of the same id: there `platform` is `wechat`, `wireId` the appid, `account`
 * the name under which persons have their openids, `capability` the application for template messages (WO-1: `granted` after the
 * review, `disabled` while the API is blocked) and `status: 'removed'` a disabled account.
 */
export interface OfficialAccount {
  readonly sender: SenderId
  /** AppSecret, 1 to 64 characters. */
  readonly secret: string
  /** `gh_…`, what pushes carry as `ToUserName`. */
  readonly originalId: string
  readonly type: 'service' | 'subscription'
  readonly verified: boolean
  /** WO-1: may apply only with it. */
  readonly payment: boolean
  /** Registered abroad: its messages have no jump. */
  readonly overseas?: boolean
  /** ms since 1970; CS-5 asks for it. */
  readonly registeredAt: number
  /** WO-1: the switch in the plug-in page; it opens only where the capability is granted. */
  readonly plugin: 'open' | 'closed'
  /** WO-2: two different codes of 1 to 41, primary first. Absent: not chosen yet. */
  readonly industries?: readonly [number, number]
  /** WO-2: when they were changed last; the first choice counts. */
  readonly industriesChangedAt?: number
  /** appids of bound mini-programs: those that a message may jump to. */
  readonly miniPrograms?: readonly string[]
  /** WT-11.9: library numbers that this account may not use again. */
  readonly recycled?: readonly string[]
  /** Where pushes go; absent: nowhere. */
  readonly push?: DeveloperPush
  /** CS-6: when this account gets the windows of 2023-06-12; absent: its place in the batches. */
  readonly customerSwitchAt?: number
  /** CS-1: `msgtype`s for which the account has no right (48008): `wxcard` without the card function … Default: none. */
  readonly withoutTypes?: readonly string[]
  /** CS-1: what was uploaded; a message names it by `media_id`, `article_id` or `card_id`. */
  readonly media?: readonly AccountMedia[]
}

/** Something that an account uploaded or published. */
export interface AccountMedia {
  /** 1 to 128 characters. */
  readonly id: string
  readonly type: 'image' | 'voice' | 'video' | 'thumb' | 'news' | 'article' | 'card'
  readonly title?: string
  readonly text?: string
  /** Address of the picture with its size in px; https, or a `data:` address of an image. */
  readonly picture?: { readonly url: string; readonly width: number; readonly height: number }
  /** Where news and articles lead. */
  readonly url?: string
}

/** The developer's settings for what the platform pushes. */
export interface DeveloperPush {
  readonly url: string
  /** Signs, 3 to 32 letters and digits. */
  readonly token: string
  /** EncodingAESKey, 43 characters; needed in the modes `compatible` and `encrypted`. */
  readonly aesKey?: string
  readonly mode: 'plain' | 'compatible' | 'encrypted'
  readonly format?: 'xml' | 'json'
}

/** Somebody who follows an account, or did. Who never did has no record, and who has no openid under the account is unknown. */
export interface Follower {
  /** A recipient id of a person under the sender's `account`; 28 characters on the real platform. */
  readonly openid: string
  readonly followedAt: number
  /** Absent: follows now. */
  readonly unfollowedAt?: number
  /** Switched messages of this account off: sends are accepted, and the result is `failed:user block`. */
  readonly refuses?: boolean
  /** Deliveries break off: the result is `failed: system failed`. */
  readonly unreachable?: boolean
  /** On the account's blacklist (43019). */
  readonly blacklisted?: boolean
  /** WT-4: when the account served this person last; a follow is not a service. */
  readonly servedAt?: number
  /** WT-2: what this person did with the account, newest last, at most 50. */
  readonly operations?: readonly Operation[]
  /** WT-2: template ids to whose messages this person agreed; `*`: to all that need it. */
  readonly consents?: readonly string[]
}

/** WT-2: an operation of a user, which may trigger messages. */
export interface Operation {
  readonly at: number
  /** In the developer's words: `purchase`, `login`; the platform's own: `message`, `menu`, `scan`, `payment`. */
  readonly kind: string
  /** What it was about, such as an order's number. */
  readonly subject?: string
}

/** WO-3: one entry of the library. JSON files in `library/` hold arrays of it. */
export interface LibraryEntry {
  /** `TM00015` and `OPENTM200565259` (historical), or digits only (category). */
  readonly id: string
  readonly form: 'historical' | 'category'
  /** Second-level codes of the industries that it is for. */
  readonly industries: readonly number[]
  readonly title: string
  readonly class: TemplateClass
  readonly kind: TemplateKind
  /** An alert that was approved as one of disasters: exempt from WT-2 and WT-4, as faults are. */
  readonly disaster?: boolean
  /**
   * Historical: the wording, `{{first.DATA}}\n订单号：{{keyword1.DATA}}\n…{{remark.DATA}}`. Category: absent, it is made of the keywords
   * that an account picks.
   */
  readonly content?: string
  /** Category: what may be picked, 2 or more. `key` is a type without its number: `thing`, `amount`, `time` … */
  readonly keywords?: readonly LibraryKeyword[]
  /** The filled example. */
  readonly example: string
}

/** One keyword of a category entry. */
export interface LibraryKeyword {
  readonly name: string
  /** Type and number: `thing1`, `amount2`; each once in an entry. */
  readonly key: string
  /** What `enum` and `const` take. */
  readonly values?: readonly string[]
  readonly example?: string
}

/** WO-5: a template in an account's own list. */
export interface AccountTemplate {
  /** 43 characters of URL-safe base64. */
  readonly id: string
  readonly libraryId: string
  readonly form: LibraryEntry['form']
  readonly title: string
  readonly class: TemplateClass
  readonly kind: TemplateKind
  readonly disaster?: boolean
  /** The industries of the account that it belongs to. */
  readonly industries: readonly number[]
  readonly content: string
  /** Category: the picked ones, in order. */
  readonly keywords?: readonly LibraryKeyword[]
  readonly example: string
  readonly addedAt: number
  /** WT-7.4: listed, and not to be sent; the reason. */
  readonly nonCompliant?: string
}

/** What an operator of this platform chose; absent members are the defaults. */
export interface WechatSettings {
  /** WO-4: `source` 10 templates, `current` 25. Default `current`. */
  readonly profile?: 'source' | 'current'
  /** WT-4: `part-V` lets what is no marketing through to persons who were never served. Default `refuse`. */
  readonly neverServed?: 'refuse' | 'part-V'
  /** Template sends of one account a calendar day (UTC+8). Default 100,000. */
  readonly dailySends?: number
  /** The event of a send with `client_msg_id` carries `MsgID` 0, as was seen in 2023. Default false. */
  readonly zeroMsgIds?: boolean
  /** Strip first line, remark and colours of historical templates at delivery, as since 2023-05-04. Default false: seed 002's layout. */
  readonly stripped?: boolean
  /** WT-11.2, WT-11.9: weights, ladder and thresholds; absent members are the defaults. */
  readonly penalties?: Partial<PenaltyNumbers>
  /** WT-9.2: `literal` admits titles that end in "alert". Default `review`. */
  readonly endings?: 'review' | 'literal'
  /** Customer-service messages of one account a calendar day (UTC+8). Default 500,000. */
  readonly dailyCustomerSends?: number
  /** CS-3: of the payment scenario after the switch. Default `none`. */
  readonly payment?: 'none' | 'unlimited-48h'
  /** `bizmsgmenuid` of a tap on a `msgmenu` item: as the item has it, always 0, or left out, as developers have seen it. Default `sent`. */
  readonly menuItemId?: 'sent' | 'zero' | 'missing'
  /** How often a push is tried in all. Default 3. */
  readonly pushAttempts?: number
}
