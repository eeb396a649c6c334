import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../desk.ts'

/** One step that an operator may take, and whether it needs a reason. */
export interface Step {
  readonly label: string
  readonly tone?: 'primary' | 'danger'
  /** `asked`: the developer is told why, so a reason must be there; `offered`: it may be left out. */
  readonly reason: 'asked' | 'offered' | 'none'
  readonly done: string
  take(reason: string): Promise<unknown>
}

/** Steps side by side under one field for their reason. A step that asks for a reason is not taken without one. */
export function reasoned(
  desk: Desk,
  {
    id,
    steps,
    reasons,
  }: { readonly id: string; readonly steps: readonly Step[]; readonly reasons: Map<string, string> },
): TemplateResult {
  const field = `reason-${id}`
  const take = async (step: Step): Promise<void> => {
    const reason = (reasons.get(id) ?? '').trim()
    if (step.reason === 'asked' && reason === '') {
      document.getElementById(field)?.focus()
      await desk.act(() => Promise.reject(new Lacking()))
      return
    }
    if (await desk.act(() => step.take(reason), step.done)) reasons.delete(id)
    desk.redraw()
  }
  const input = (event: Event): void => {
    reasons.set(id, (event.currentTarget as HTMLInputElement).value)
  }
  return html`${
    steps.some(({ reason }) => reason !== 'none')
      ? html`<div class="field"><label for=${field}>Reason</label><input id=${field} .value=${reasons.get(id) ?? ''} autocomplete="off" placeholder="What the developer is told" @input=${input}></div>`
      : nothing
  }
  <div class="actions">${steps.map((step) => html`<button type="button" class=${step.tone ?? nothing} @click=${() => take(step)}>${step.label}</button>`)}</div>`
}

/** No trouble of the platform: the operator is asked for what is missing. */
export class Lacking extends Error {
  constructor() {
    super('Say why first: the developer is told the reason.')
  }
}
