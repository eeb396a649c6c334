import { html, nothing, type TemplateResult } from 'lit/html.js'

/** One line, or several, with a label and perhaps a note under it. `changed` gets every keystroke. */
export function field(parts: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly note?: unknown
  readonly lines?: number
  /** Texts that are offered. */
  readonly offers?: readonly string[]
  readonly required?: boolean
  readonly placeholder?: string
  changed(value: string): void
}): TemplateResult {
  const { id, label, value, note, lines, offers, placeholder } = parts
  const input = (event: Event): void =>
    parts.changed((event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value)
  const described = note === undefined ? nothing : `${id}-note`
  return html`<div class="field"><label for=${id}>${label}</label>
    ${
      lines === undefined
        ? html`<input id=${id} .value=${value} list=${offers ? `${id}-offers` : nothing} aria-describedby=${described} ?required=${parts.required} placeholder=${placeholder ?? nothing} autocomplete="off" @input=${input}>`
        : html`<textarea id=${id} rows=${lines} .value=${value} aria-describedby=${described} ?required=${parts.required} placeholder=${placeholder ?? nothing} @input=${input}></textarea>`
    }
    ${offers ? html`<datalist id=${`${id}-offers`}>${offers.map((offer) => html`<option value=${offer}></option>`)}</datalist>` : nothing}
    ${note === undefined ? nothing : html`<p class="note" id=${`${id}-note`}>${note}</p>`}
  </div>`
}
