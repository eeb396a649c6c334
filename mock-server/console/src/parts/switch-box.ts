import { html, type TemplateResult } from 'lit/html.js'

/** Something that is on or off at the platform. Where the platform refuses, the box goes back to what is. */
export function switchBox(parts: {
  readonly label: unknown
  readonly isOn: boolean
  /** Answers whether it was done. */
  turn(isOn: boolean): Promise<boolean>
}): TemplateResult {
  const change = async (event: Event): Promise<void> => {
    // The listener stands on an input alone.
    const box = event.currentTarget as HTMLInputElement
    const isOn = box.checked
    if (!(await parts.turn(isOn))) box.checked = !isOn
  }
  return html`<label class="switch"><input type="checkbox" role="switch" .checked=${parts.isOn} @change=${change}>${parts.label}</label>`
}
