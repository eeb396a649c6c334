import type { AccessGrant } from '../../platform.ts'
import type { OpenApiSettings, SenderRecord, Template } from '../../world.ts'
import type { RateWindow } from '../miniapp/rate-window.ts'

/** All that the rules of `/v2/miniprogram/message/send` look at, after the wire's shape was checked. */
export interface TemplateAttempt {
  readonly now: number
  readonly sender: SenderRecord
  /** Absent: the token is none that was issued. */
  readonly grant?: AccessGrant
  /** The request that held this request id before, where there is one. */
  readonly held?: { readonly requestId: string; readonly same: boolean }
  readonly templateCode: string
  /** The sender's own, approved or not. */
  readonly template?: Template
  readonly redirectUrl?: string
  readonly templates: readonly TemplateEntry[]
  readonly settings: OpenApiSettings
  /** What this mini-program asked of late, to anybody; current. */
  readonly asked: RateWindow
  /** What it sent to this person of late; current. */
  readonly often: RateWindow
  /** False: the person said no to this channel of this sender. */
  readonly subscribed: boolean
}

export interface TemplateEntry {
  readonly language: string
  readonly parameters: Readonly<Record<string, string>>
}
