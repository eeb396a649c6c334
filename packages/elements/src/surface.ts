import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import { english, type Format, type Speech, type Words } from '@minibell/views'
import { LitElement, type PropertyDeclarations } from 'lit'
import { intlFormat } from './intl-format.ts'
import { isRtl, localeOf } from './locale.ts'

/** Relative times age on screen this often. */
const tickMs = 30_000

/** What message center and floating window have in common: an inbox, words, a language, and times that age. */
export abstract class Surface extends LitElement {
  static override properties: PropertyDeclarations = {
    inbox: { attribute: false },
    words: { attribute: false },
    format: { attribute: false },
    sender: {},
  }

  declare inbox: Inbox | undefined
  /** Replaces some or all of the English words. */
  declare words: Partial<Words> | undefined
  /** Default: by `Intl`, in the language that the element stands in. */
  declare format: Format | undefined
  /** Shows one sender's items of an inbox that has all. Default: everything in the inbox's scope. */
  declare sender: string | undefined

  private heard: Inbox | undefined
  private undo: Undo | undefined
  private tick: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.tick = setInterval(this.changed, tickMs)
    document.addEventListener('visibilitychange', this.changed)
    this.changed()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.tick)
    document.removeEventListener('visibilitychange', this.changed)
    this.hear(undefined)
  }

  /** Draws anew; several calls in one turn are drawn once. */
  readonly changed = (): void => this.requestUpdate()

  override willUpdate(): void {
    this.hear(this.isConnected ? this.inbox : undefined)
  }

  /** For one drawing: words, format, and the platform's time. */
  speech(inbox: Inbox): Speech {
    return {
      words: { ...english, ...this.words },
      format: this.format ?? intlFormat(localeOf(this)),
      now: inbox.clock.now(),
    }
  }

  get direction(): 'ltr' | 'rtl' {
    return isRtl(this) ? 'rtl' : 'ltr'
  }

  /** Fires `name`; false when a listener cancelled it. */
  say(name: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }))
  }

  private hear(inbox: Inbox | undefined): void {
    if (inbox === this.heard) return
    this.undo?.()
    this.heard = inbox
    this.undo = inbox?.subscribe(this.changed)
  }
}
