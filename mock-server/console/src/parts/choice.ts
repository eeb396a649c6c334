import { html, nothing, type TemplateResult } from 'lit/html.js'

/** A few things of which one is chosen, side by side. */
export function choice(parts: {
  readonly label: string
  readonly name: string
  readonly options: readonly { readonly value: string; readonly label: unknown }[]
  readonly chosen: string
  choose(value: string): void
}): TemplateResult {
  return html`<div class="choice" role="radiogroup" aria-label=${parts.label}>
    ${parts.options.map(
      ({ value, label }) =>
        html`<label><input type="radio" name=${parts.name} .value=${value} .checked=${value === parts.chosen} @change=${() => parts.choose(value)}><span>${label}</span></label>`,
    )}
  </div>`
}

/** One of many, by a menu. */
export function menu(parts: {
  readonly label: string
  readonly id: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string
  readonly isQuiet?: boolean
  /** Each choice does something at once; the menu then stands where it stood. */
  readonly isCommand?: boolean
  choose(value: string): void
}): TemplateResult {
  const change = (event: Event): void => {
    // The listener stands on a select alone.
    const select = event.currentTarget as HTMLSelectElement
    const { value } = select
    if (parts.isCommand) select.value = parts.chosen
    parts.choose(value)
  }
  return html`<div class="field"><label for=${parts.id} class=${parts.isQuiet ? 'unseen' : nothing}>${parts.label}</label>
    <select id=${parts.id} @change=${change}>${parts.options.map(
      ({ value, label }) => html`<option .value=${value} .selected=${value === parts.chosen}>${label}</option>`,
    )}</select></div>`
}
