import { html, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../desk.ts'
import { icon } from './icon.ts'

/** Puts a text on the clipboard and says so; where the browser has no clipboard for this page, it says how else. */
export function copyButton(
  desk: Desk,
  { text, label }: { readonly text: string; readonly label: string },
): TemplateResult {
  const copy = (): Promise<boolean> =>
    navigator.clipboard
      ? desk.act(() => navigator.clipboard.writeText(text), 'Copied.')
      : desk.act(async () => undefined, 'This browser copies nothing for pages without HTTPS: select the text instead.')
  return html`<button type="button" class="small" @click=${copy}>${icon('copy', 16)}${label}</button>`
}
