import type { TemplateResult } from 'lit/html.js'
import type { ExtrasHooks } from '../list/extras/lent.ts'
import type { Surface } from '../surface.ts'
import { sheetStyles } from './styles.ts'

/** A modal sheet at the bottom: keeps the focus inside while it is open and gives it back afterwards. */
export interface Sheet {
  isOpen(): boolean
  /** Opened, or another view came into it: the focus goes to the sheet itself, and afterwards back to `asking`, or to what has it now. */
  open(asking?: Element | null): void
  close(): void
  /** For `drawn`. */
  drawn(): void
  template(content: TemplateResult, look: { readonly label: string; readonly tall: boolean }): TemplateResult | ''
}

/** Makes sheets for a surface. `cancel`: Escape, or a tap outside. */
export type SheetMaker = (cancel: (reason: 'escape' | 'outside') => void) => Sheet

/** How long the way out takes; then nothing is left of the sheet. */
const leaveMs = 180

export function sheetsOf(host: Surface, root: ShadowRoot, { lent }: ExtrasHooks): SheetMaker {
  lent.dress(root, sheetStyles)
  return (cancel) => sheetOf(host, root, lent, cancel)
}

function sheetOf(
  host: Surface,
  root: ShadowRoot,
  { html, directionOf }: ExtrasHooks['lent'],
  cancel: Parameters<SheetMaker>[0],
): Sheet {
  let phase: '' | 'shown' | 'leaving' = ''
  let before: HTMLElement | null = null
  let isFocusDue = false

  const focus = (): void => root.querySelector<HTMLElement>('.sheet')?.focus()
  /** Backwards from the first: to the last button of ours. */
  const focusEnd = (): void => {
    const buttons = root.querySelectorAll<HTMLElement>('.sheet button:not([tabindex="-1"])')
    buttons[buttons.length - 1]?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel('escape')
  }

  /** Pulled down, the sheet follows, and far enough it goes as by a tap outside. */
  const onPull = ({ clientY, currentTarget }: PointerEvent): void => {
    const { style } = (currentTarget as Element).parentElement as HTMLElement // the sheet
    const by = (event: PointerEvent): number => Math.max(0, event.clientY - clientY)
    const follow = (event: PointerEvent): void => {
      style.transform = `translateY(${by(event)}px)`
    }
    const end = (event: PointerEvent): void => {
      removeEventListener('pointermove', follow)
      removeEventListener('pointercancel', end)
      removeEventListener('pointerup', end)
      style.transform = ''
      if (event.type === 'pointerup' && by(event) > 40) cancel('outside')
    }
    addEventListener('pointermove', follow)
    addEventListener('pointercancel', end)
    addEventListener('pointerup', end)
  }

  return {
    isOpen: () => phase === 'shown',
    open(asking) {
      if (phase !== 'shown') before = focused({ activeElement: asking || document.activeElement })
      phase = 'shown'
      isFocusDue = true
      host.changed()
    },
    close() {
      phase = 'leaving'
      if (before) before.focus()
      setTimeout(() => {
        if (phase === 'leaving') phase = ''
        host.changed()
      }, leaveMs)
      host.changed()
    },
    drawn() {
      if (isFocusDue) focus()
      isFocusDue = false
    },
    template: (content, { label, tall }) =>
      phase === ''
        ? ''
        : html`<div class="layer ${phase}" dir=${directionOf(host)} @keydown=${onKey}>
      <div class="scrim" part="scrim" @click=${() => cancel('outside')}></div><span tabindex="0" @focus=${focusEnd}></span>
      <div class="sheet ${tall ? 'tall' : ''}" part="sheet" role="dialog" aria-modal="true" aria-label=${label} tabindex="-1"><i class="grabber" @pointerdown=${onPull}></i>${content}</div>
      <span tabindex="0" @focus=${focus}></span>
    </div>`,
  }
}

/** The element with the focus, inside however many shadow roots. */
function focused({ activeElement }: Pick<DocumentOrShadowRoot, 'activeElement'>): HTMLElement | null {
  const inside = activeElement?.shadowRoot
  // Whatever has the focus can be given it.
  return (inside && focused(inside)) || (activeElement as HTMLElement | null)
}
