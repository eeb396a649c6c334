import { html, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../desk.ts'
import { icon } from '../parts/icon.ts'

const key = 'minibell-console-theme'
const next = { auto: 'light', light: 'dark', dark: 'auto' } as const
const said = { auto: 'as the device', light: 'light', dark: 'dark' } as const

/** A button that goes through light, dark and what the device says; the choice stays on this device. */
export function themeChoice(desk: Desk): TemplateResult {
  const theme = themeNow()
  const turn = (): void => {
    localStorage.setItem(key, next[theme])
    wear()
    desk.redraw()
  }
  wear()
  return html`<button type="button" class="plain theme" @click=${turn} aria-label="Colours: ${said[theme]}. Change" title="Colours: ${said[theme]}">${icon(theme === 'auto' ? 'half' : theme === 'dark' ? 'moon' : 'sun', 18)}</button>`
}

function themeNow(): keyof typeof next {
  const kept = localStorage.getItem(key)
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

function wear(): void {
  const theme = themeNow()
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
