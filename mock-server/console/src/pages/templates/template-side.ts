import type { Template } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import { reasoned, type Step } from '../../parts/reasoned.ts'

/** A template of the portal in all its languages, and what may be decided about it. */
export function templateSide(
  desk: Desk,
  { template, reasons }: { readonly template: Template; readonly reasons: Map<string, string> },
): TemplateResult {
  return html`${template.reason === undefined ? nothing : html`<p class="trouble">The reviewer said: ${template.reason}</p>`}
    ${Object.entries(template.texts).map(
      ([
        tag,
        { title, content },
      ]) => html`<div><h3>${tag}${tag === template.defaultLanguage ? html` <span class="quiet">default</span>` : nothing}</h3>
        <blockquote lang=${tag}><b>${title}</b><br>${content}</blockquote></div>`,
    )}
    ${reasoned(desk, { id: template.code, steps: stepsOf(desk, template), reasons })}
    <p><a href=${hashOf({ page: 'compose', query: { from: template.sender, template: template.code, language: template.defaultLanguage } })}>Compose with it</a></p>`
}

function stepsOf({ door }: Desk, template: Template): readonly Step[] {
  const path = `/templates/${encodeURIComponent(template.code)}`
  const { reason: _, ...rest } = template
  const put = (status: Template['status'], reason: string): Promise<unknown> =>
    door.call('PUT', path, { ...rest, status, ...(reason === '' ? {} : { reason }) })
  if (template.status === 'in-review')
    return [
      {
        label: 'Approve',
        tone: 'primary',
        reason: 'none',
        done: 'The template is approved.',
        take: () => door.call('POST', `${path}/review`, { decision: 'approve' }),
      },
      {
        label: 'Reject',
        tone: 'danger',
        reason: 'asked',
        done: 'The template is rejected.',
        take: (reason) => door.call('POST', `${path}/review`, { decision: 'reject', reason }),
      },
    ]
  if (template.status === 'approved')
    return [
      {
        label: 'Disable',
        tone: 'danger',
        reason: 'asked',
        done: 'The template is disabled.',
        take: (reason) => put('disabled', reason),
      },
    ]
  return [
    {
      label: 'Review it again',
      reason: 'none',
      done: 'The template waits for review.',
      take: () => put('in-review', ''),
    },
  ]
}
