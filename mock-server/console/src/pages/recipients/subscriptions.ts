import type { SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { menu } from '../../parts/choice.ts'

interface Left {
  readonly subscriptions: readonly { readonly templateId: string; readonly left: number }[]
}

interface OwnTemplates {
  readonly templates: readonly { readonly id: string; readonly title: string }[]
}

/** WT-2: the messages that a person agreed to get by each template of an account, and one more. */
export function subscriptions(
  desk: Desk,
  { sender, openid }: { readonly sender: SenderRecord; readonly openid: string },
): TemplateResult {
  const account = `/official-accounts/${encodeURIComponent(sender.id)}`
  const path = `${account}/followers/${encodeURIComponent(openid)}/subscriptions`
  const left = desk.get<Left>(path).value?.subscriptions ?? []
  const own = desk.get<OwnTemplates>(`${account}/templates`).value?.templates ?? []
  const titleOf = (id: string): string => own.find((one) => one.id === id)?.title ?? id
  const subscribe = (templateId: string): void => {
    if (templateId === '') return
    void desk.act(() => desk.door.call('POST', path, { templateId }), 'One message more was agreed to.')
  }
  return html`<div class="subscriptions"><h4>Subscription messages</h4>
    ${
      left.length === 0
        ? html`<p class="quiet">None agreed to. Each tap on “Allow” is good for one message, follower or not.</p>`
        : html`<ul>${left.map(
            (one) =>
              html`<li data-subscription=${one.templateId}><span>${titleOf(one.templateId)}</span><span class="chip" data-tone="good">${one.left} left</span></li>`,
          )}</ul>`
    }
    ${
      own.length === 0
        ? nothing
        : menu({
            label: 'Agree to one message of',
            id: `subscribe-${sender.id}`,
            isQuiet: true,
            options: [
              { value: '', label: 'Agree to one more …' },
              ...own.map(({ id, title }) => ({ value: id, label: title })),
            ],
            chosen: '',
            isCommand: true,
            choose: subscribe,
          })
    }</div>`
}
