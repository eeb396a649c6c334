import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { Surface } from '../surface.ts'
import { edgesOf } from './focus-edges.ts'

/** How long the way out takes; then nothing is left of the sheet. */
const leaveMs = 180

export interface SheetHooks {
  /** Escape, or the area outside was tapped. */
  cancel(reason: 'escape' | 'outside'): void
}

/** A modal sheet at the bottom: keeps the focus inside while it is open and gives it back afterwards. */
export class Sheet implements ReactiveController {
  phase: 'closed' | 'open' | 'leaving' = 'closed'
  private readonly host: Surface
  private readonly hooks: SheetHooks
  private before: HTMLElement | undefined
  private isFocusDue = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: Surface, hooks: SheetHooks) {
    this.host = host
    this.hooks = hooks
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.timer)
    this.phase = 'closed'
  }

  hostUpdated(): void {
    if (!this.isFocusDue) return
    this.isFocusDue = false
    this.panel?.focus()
  }

  open(): void {
    clearTimeout(this.timer)
    if (this.phase !== 'open') this.before = focused()
    this.phase = 'open'
    this.refocus()
  }

  /** The focus goes to the sheet itself, as when another view came into it. */
  refocus(): void {
    this.isFocusDue = true
    this.host.changed()
  }

  close(): void {
    if (this.phase !== 'open') return
    this.phase = 'leaving'
    this.before?.focus()
    this.timer = setTimeout(() => {
      this.phase = 'closed'
      this.host.changed()
    }, leaveMs)
    this.host.changed()
  }

  /** `label`: the dialog's name. `className`: of the panel. */
  template(
    content: TemplateResult,
    { label, className }: { readonly label: string; readonly className: string },
  ): TemplateResult {
    const { direction } = this.host
    return html`<div class="layer ${this.phase}" dir=${direction} @keydown=${this.onKey}>
      <div class="scrim" @click=${() => this.hooks.cancel('outside')}></div>
      <div class="sheet ${className}" role="dialog" aria-modal="true" aria-label=${label} tabindex="-1"
        aria-hidden=${this.phase === 'leaving' ? 'true' : nothing}>
        <div class="grabber"></div>${content}
      </div>
    </div>`
  }

  private get panel(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.sheet')
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      this.hooks.cancel('escape')
    }
    if (event.key === 'Tab' && this.panel) this.wrap(event, this.panel)
  }

  private wrap(event: KeyboardEvent, panel: HTMLElement): void {
    const { first, last } = edgesOf(panel)
    const at = focused()
    const isAtEdge = event.shiftKey ? at === first || at === panel : at === last
    if (!isAtEdge) return
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }
}

/** The element with the focus, inside however many shadow roots. */
function focused(): HTMLElement | undefined {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement ? element : undefined
}
