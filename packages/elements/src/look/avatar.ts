import type { Avatar } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit'

/** The letter stands until the icon is there, and stays when it never comes. */
export function avatarTemplate({ letter, colour, icon }: Avatar): TemplateResult {
  return html`<span class="avatar" aria-hidden="true" .style=${`background:${colour}`}>${letter}${
    icon ? html`<img src=${icon} alt="" @error=${hide} @load=${show}>` : nothing
  }</span>`
}

const hide = ({ target }: Event): void => toggle(target, true)
const show = ({ target }: Event): void => toggle(target, false)

function toggle(target: EventTarget | null, isHidden: boolean): void {
  if (target instanceof HTMLElement) target.hidden = isHidden
}
