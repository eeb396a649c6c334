import type { Avatar, Badge } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit/html.js'

const strokes = {
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 5v4M8 15v4',
  refresh: 'M20 5v5h-5M19.5 14a8 8 0 1 1-1-7l1.5 3',
  checks: 'M2 13l4 4 9-10M12 16l1 1 9-10',
} as const

/** A picture of one stroke, hidden from screen readers; it turns round with the direction of the text. */
export function picture(name: keyof typeof strokes): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${strokes[name]} /></svg>`
}

/** The letter stands until the icon is there, and stays when it never comes. */
export function avatarTemplate({ letter, colour, icon }: Avatar): TemplateResult {
  return html`<span class="avatar" part="avatar" aria-hidden="true" .style=${`background:${colour}`}>${letter}${
    icon ? html`<img src=${icon} alt="" @error=${hide}>` : nothing
  }</span>`
}

export function badgeTemplate(badge: Badge | undefined): TemplateResult | typeof nothing {
  return badge
    ? html`<span class="badge" part="badge" role="img" aria-label=${badge.label}>${badge.text}</span>`
    : nothing
}

/** A round button with a picture. `act`: what the listener around it does. `isIdle`: there is nothing to do; it keeps the focus all the same. */
export function iconButton(name: keyof typeof strokes, act: string, label: string, isIdle = false): TemplateResult {
  return html`<button class="icon" data-act=${act} aria-label=${label} aria-disabled=${isIdle}>${picture(name)}</button>`
}

/** A button with a word. `look`: `solid` for the one that is meant, `fresh` for the pill over a list. */
export function pill(act: string, label: string, look = ''): TemplateResult {
  return html`<button class="pill ${look}" data-act=${act}><span part="pill">${label}</span></button>`
}

function hide({ target }: Event): void {
  if (target instanceof HTMLElement) target.style.display = 'none'
}
