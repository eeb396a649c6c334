import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { choice } from '../../parts/choice.ts'

interface Numbers {
  readonly settings: Readonly<Record<string, unknown>>
  readonly inForce: {
    readonly signatures: string
    readonly frequency: { readonly days: number }
    readonly recency: { readonly days: number }
    readonly rate: { readonly messages: number; readonly perMs: number }
  }
}

/** MA-7: whether calls of the message interface must be signed, and the numbers in force that are asked for most. */
export function ownChoices(desk: Desk): TemplateResult | typeof nothing {
  const { value } = desk.get<Numbers>('/miniapp')
  if (!value) return nothing
  const { signatures, frequency, recency, rate } = value.inForce
  const choose = (next: string): Promise<boolean> =>
    desk.act(
      () => desk.door.call('PUT', '/miniapp', { ...value.settings, signatures: next }),
      next === 'off' ? 'Signatures are not looked at.' : `Signatures: ${next.replaceAll('-', ' ')}.`,
    )
  return html`<section class="card" aria-label="In force"><h2>In force for mini-programs</h2>
    <p>One message every <b>${frequency.days} days</b> (MA-3) to whoever used it in the last <b>${recency.days} days</b> (MA-4), at most <b>${rate.messages}</b> in ${rate.perMs / 1_000} s (MA-5).</p>
    <div class="actions"><span>Signatures of <code>/miniapp/v1</code></span>${choice({
      label: 'Signatures of the message interface',
      name: 'signatures',
      options: [
        { value: 'off', label: 'Off' },
        { value: 'when-present', label: 'When present' },
        { value: 'required', label: 'Required' },
      ],
      chosen: signatures,
      choose: (next) => void choose(next),
    })}</div></section>`
}
