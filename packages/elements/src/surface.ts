import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import { type Format, listEnglish, type Speech, type Words } from '@minibell/views'
import { render, type TemplateResult } from 'lit/html.js'
import { intlFormat } from './intl-format.ts'
import { dress, watch } from './live.ts'
import { isRtl, localeOf } from './locale.ts'
import { styles } from './look/styles.ts'
import { PageElement } from './page-element.ts'

/** What a surface does with its inbox. */
export interface Drawing {
  template(inbox: Inbox, speech: Speech): TemplateResult | ''
  /** After each drawing. */
  drawn(inbox: Inbox): void
  /** From entering the page until the undo. */
  connect(): Undo
}

/** Relative times age on screen this often. */
const tickMs = 30_000

/** What message center and floating window have in common: an inbox, words, a language, and times that age. */
export abstract class Surface extends PageElement {
  static readonly observedAttributes = ['sender', 'group', 'lang', 'dir']

  declare inbox: Inbox | undefined
  /** Replaces some or all of the English words. */
  declare words: Partial<Words> | undefined
  /** Default: by `Intl`, in the language that the element stands in. */
  declare format: Format | undefined
  /** Addresses of pictures in messages that may be loaded: `/^https:\/\/cdn\.example\//`. Default: `data:image/…` alone. */
  declare pictures: RegExp | undefined
  /** Draws anew, once a turn; for a host that changed what the element cannot notice, as the language of the page. */
  readonly changed: () => void
  private readonly connected: () => Undo
  private undo: Undo | undefined

  constructor(drawing: (host: Surface, root: ShadowRoot) => Drawing) {
    super()
    const root = this.attachShadow({ mode: 'open' })
    dress(root, styles)
    const { changed, connect } = cycle(this, root, drawing)
    this.changed = changed
    this.connected = connect
    watch(this, ['inbox', 'words', 'format', 'pictures'], changed)
  }

  connectedCallback(): void {
    this.undo = this.connected()
  }

  disconnectedCallback(): void {
    if (this.undo) this.undo()
  }

  attributeChangedCallback(): void {
    this.changed()
  }
}

/** Words, format and the platform's time, for one drawing. */
export function speechOf(host: Surface, inbox: Inbox): Speech {
  return {
    // Whose words say nothing of times has those of `Intl`.
    words: { ...listEnglish, ...(host.words && { times: undefined, ...host.words }) },
    format: host.format || intlFormat(localeOf(host)),
    now: inbox.clock.now(),
    pictures: host.pictures,
  }
}

/** Fires `minibell-…`; false when a listener cancelled it. */
export function fire(host: Surface, name: string, detail: unknown): boolean {
  return host.dispatchEvent(
    new CustomEvent(`minibell-${name}`, { detail, bubbles: true, composed: true, cancelable: true }),
  )
}

/** `ltr` or `rtl`, for the element's own parts. */
export function directionOf(host: Surface): string {
  return isRtl(host) ? 'rtl' : 'ltr'
}

function cycle(
  host: Surface,
  root: ShadowRoot,
  drawingOf: (host: Surface, root: ShadowRoot) => Drawing,
): { readonly changed: () => void; readonly connect: () => Undo } {
  let due: Promise<void> | undefined
  let heard: Inbox | undefined
  let undo: Undo | undefined

  const hear = (inbox: Inbox | undefined): void => {
    if (inbox === heard) return
    if (undo) undo()
    heard = inbox
    undo = inbox && inbox.subscribe(changed)
  }
  const draw = (): void => {
    due = undefined
    const inbox = host.isConnected ? host.inbox : undefined
    hear(inbox)
    render(inbox ? drawing.template(inbox, speechOf(host, inbox)) : '', root)
    if (inbox) drawing.drawn(inbox)
  }
  const changed = (): void => {
    due = due || Promise.resolve().then(draw)
  }
  const connect = (): Undo => {
    const stop = drawing.connect()
    const tick = setInterval(changed, tickMs)
    document.addEventListener('visibilitychange', changed)
    changed()
    return () => {
      stop()
      clearInterval(tick)
      document.removeEventListener('visibilitychange', changed)
      changed()
    }
  }
  const drawing = drawingOf(host, root)
  return { changed, connect }
}
