import type { SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { menu } from '../../parts/choice.ts'
import { reasoned, type Step } from '../../parts/reasoned.ts'
import { dayMs, instantText, spanText } from '../../parts/when/time.ts'
import { stateChip } from '../templates/templates-page.ts'

const spans = [
  { value: '', label: 'until it is enabled again' },
  { value: '1', label: 'for a day' },
  { value: '7', label: 'for 7 days' },
  { value: '30', label: 'for 30 days' },
] as const

/** The message capability and the steps that may be taken now. */
export function standing(
  desk: Desk,
  { sender, reasons }: { readonly sender: SenderRecord; readonly reasons: Map<string, string> },
): TemplateResult {
  const { capability, status, reason, disabledUntil } = sender
  const now = desk.news.now()
  return html`<h3>Message capability</h3>
    <p>${stateChip(status === 'removed' ? 'removed' : capability)} ${
      capability === 'disabled' && disabledUntil !== undefined
        ? html`comes back in <b>${spanText(disabledUntil - now)}</b>, <span class="quiet">${instantText(disabledUntil)} UTC</span>`
        : nothing
    }</p>
    ${reason === undefined ? nothing : html`<p class="quiet">The operator said: ${reason}</p>`}
    ${
      capability === 'granted'
        ? menu({
            label: 'Disable',
            id: 'disable-span',
            options: spans,
            chosen: reasons.get('span') ?? '',
            choose: (days) => {
              reasons.set('span', days)
              desk.redraw()
            },
          })
        : nothing
    }
    ${reasoned(desk, { id: `standing-${sender.id}`, steps: stepsOf(desk, { sender, days: Number(reasons.get('span') ?? '') }), reasons })}`
}

function stepsOf(
  { door, news }: Desk,
  { sender, days }: { readonly sender: SenderRecord; readonly days: number },
): readonly Step[] {
  const { capability, status } = sender
  const post = (step: string, body: object): Promise<unknown> =>
    door.call('POST', `/senders/${encodeURIComponent(sender.id)}/${step}`, body)
  const because = (reason: string): object => (reason === '' ? {} : { reason })
  const until = days > 0 ? { until: Math.round(news.now() + days * dayMs) } : {}
  const known = {
    apply: {
      label: 'Apply for it',
      reason: 'none',
      done: 'The application is in review.',
      take: () => post('apply', {}),
    },
    grant: {
      label: 'Grant',
      tone: 'primary',
      reason: 'offered',
      done: 'The capability is granted.',
      take: (reason) => post('review', { decision: 'grant', ...because(reason) }),
    },
    refuse: {
      label: 'Refuse',
      tone: 'danger',
      reason: 'asked',
      done: 'The application is refused.',
      take: (reason) => post('review', { decision: 'refuse', reason }),
    },
    disable: {
      label: 'Disable',
      tone: 'danger',
      reason: 'asked',
      done: 'The capability is disabled.',
      take: (reason) => post('disable', { reason, ...until }),
    },
    revoke: {
      label: 'Revoke',
      tone: 'danger',
      reason: 'asked',
      done: 'The capability is revoked.',
      take: (reason) => post('revoke', { reason }),
    },
    enable: {
      label: 'Enable again',
      tone: 'primary',
      reason: 'offered',
      done: 'The capability is granted again.',
      take: (reason) => post('enable', because(reason)),
    },
    remove: {
      label: 'Remove the sender',
      tone: 'danger',
      reason: 'asked',
      done: 'The sender is removed.',
      take: (reason) => post('remove', { reason }),
    },
    restore: {
      label: 'Bring it back',
      tone: 'primary',
      reason: 'offered',
      done: 'The sender is back.',
      take: (reason) => post('restore', because(reason)),
    },
  } satisfies Record<string, Step>
  if (status === 'removed') return [known.restore]
  const steps: Readonly<Record<SenderRecord['capability'], readonly Step[]>> = {
    'not-applied': [known.apply],
    refused: [known.apply],
    'in-review': [known.grant, known.refuse],
    granted: [known.disable, known.revoke, known.remove],
    disabled: [known.enable, known.revoke, known.remove],
    revoked: [known.enable, known.remove],
  }
  return steps[capability]
}
