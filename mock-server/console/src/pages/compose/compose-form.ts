import type { Template } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { choice, menu } from '../../parts/choice.ts'
import type { Facts } from '../../parts/facts.ts'
import { field } from '../../parts/field.ts'
import { type Draft, valueName } from './draft.ts'
import { recipientId } from './written.ts'

/** Sender, recipients, and what the sender's platform asks a message to be made of. */
export function composeForm(
  desk: Desk,
  { draft, facts }: { readonly draft: Draft; readonly facts: Facts },
): TemplateResult {
  const { sender, kind } = draft
  return html`<form class="form" @submit=${(event: Event) => event.preventDefault()}>
    ${menu({
      label: 'Sender',
      id: 'compose-sender',
      options: facts.senders.map(({ id, name, platform }) => ({
        value: id,
        label: `${name} · ${platforms[platform]}`,
      })),
      chosen: sender.id,
      choose: (from) => desk.tune({ from, to: '', template: '', language: '' }),
    })}
    ${
      sender.platform === 'wechat'
        ? choice({
            label: 'Kind of message',
            name: 'as',
            options: [
              { value: 'account', label: 'Template' },
              { value: 'customer', label: 'Customer service' },
            ],
            chosen: kind,
            choose: (as) => desk.tune({ as, template: '' }),
          })
        : nothing
    }
    ${recipients(desk, { draft, facts })} ${forms[kind](desk, draft)}
  </form>`
}

const platforms = { miniapp: 'MiniApp', 'open-api': 'open API', wechat: 'WeChat' } as const

function recipients(desk: Desk, { draft, facts }: { readonly draft: Draft; readonly facts: Facts }): TemplateResult {
  const { kind, sender, to } = draft
  const known = facts.persons.filter(({ id }) => recipientId(facts.persons, { id, sender }) !== undefined)
  if (known.length === 0)
    return html`<p class="note">Nobody has a recipient id under the account <code>${sender.account}</code>: give a person one with <code>PUT /control/v1/persons/ID</code>.</p>`
  if (kind !== 'service')
    return menu({
      label: 'Recipient',
      id: 'compose-to',
      options: [{ value: '', label: 'Choose …' }, ...known.map(({ id, name }) => ({ value: id, label: name }))],
      chosen: to[0] ?? '',
      choose: (person) => desk.tune({ to: person }),
    })
  const turn = (id: string, isOn: boolean): void =>
    desk.tune({ to: isOn ? [...to, id].join(',') : to.filter((one) => one !== id).join(',') })
  return html`<fieldset><legend>Recipients</legend><div class="checks">${known.map(
    ({ id, name }) =>
      html`<label><input type="checkbox" .checked=${to.includes(id)} @change=${(event: Event) => turn(id, (event.currentTarget as HTMLInputElement).checked)}>${name}</label>`,
  )}</div></fieldset>`
}

const forms: Readonly<Record<Draft['kind'], (desk: Desk, draft: Draft) => unknown>> = {
  service: (desk, { title, content, jump, sender }) => [
    field({
      id: 'compose-title',
      label: 'Title',
      value: title,
      note: countText(title),
      changed: (value) => desk.tune({ title: value }),
    }),
    field({
      id: 'compose-content',
      label: 'Content',
      value: content,
      lines: 4,
      note: countText(content),
      changed: (value) => desk.tune({ content: value }),
    }),
    field({
      id: 'compose-jump',
      label: 'Jump URL',
      value: jump,
      offers: sender.pages.map(({ path }) => path),
      note: 'A page of this mini-program, with a query if it needs one.',
      changed: (value) => desk.tune({ jump: value }),
    }),
  ],
  template(desk, draft) {
    const all = desk.get<{ readonly templates: readonly Template[] }>('/templates').value?.templates ?? []
    const own = all.filter(({ sender }) => sender === draft.sender.id)
    const chosen = own.find(({ code }) => code === draft.template)
    const tongues = Object.keys(chosen?.texts ?? {})
    const text = chosen?.texts[draft.language]
    return [
      menu({
        label: 'Template',
        id: 'compose-template',
        options: [
          { value: '', label: own.length === 0 ? 'This sender has none' : 'Choose …' },
          ...own.map(({ code, name, status }) => ({ value: code, label: `${name} · ${status}` })),
        ],
        chosen: draft.template,
        choose: (template) =>
          desk.tune({ template, language: own.find(({ code }) => code === template)?.defaultLanguage ?? '' }),
      }),
      chosen &&
        menu({
          label: 'Language',
          id: 'compose-language',
          options: tongues.map((tag) => ({ value: tag, label: tag })),
          chosen: draft.language,
          choose: (language) => desk.tune({ language }),
        }),
      text && html`<blockquote lang=${draft.language}><b>${text.title}</b><br>${text.content}</blockquote>`,
      values(desk, { draft, names: namesIn(`${text?.title} ${text?.content}`, /\$\{([^}]+)\}/g) }),
      chosen?.channel !== 'SMS' &&
        field({
          id: 'compose-jump',
          label: 'Redirect URL',
          value: draft.jump,
          offers: draft.sender.pages.map(({ path }) => path),
          changed: (value) => desk.tune({ jump: value }),
        }),
    ].map((part) => part || nothing)
  },
  account(desk, draft) {
    const path = `/official-accounts/${encodeURIComponent(draft.sender.id)}/templates`
    const own = desk.get<{ readonly templates: readonly AccountText[] }>(path).value?.templates ?? []
    const chosen = own.find(({ id }) => id === draft.template)
    return [
      menu({
        label: 'Template',
        id: 'compose-template',
        options: [
          { value: '', label: own.length === 0 ? 'This account has none' : 'Choose …' },
          ...own.map(({ id, title }) => ({ value: id, label: title })),
        ],
        chosen: draft.template,
        choose: (template) => desk.tune({ template }),
      }),
      chosen ? html`<blockquote class="lines">${chosen.content}</blockquote>` : nothing,
      values(desk, { draft, names: namesIn(chosen?.content ?? '', /\{\s*\{\s*(\w+)\.DATA\s*\}\s*\}/g) }),
      field({
        id: 'compose-jump',
        label: 'Link (optional)',
        value: draft.jump,
        changed: (value) => desk.tune({ jump: value }),
      }),
    ]
  },
  customer: (desk, { content }) =>
    field({
      id: 'compose-content',
      label: 'Text',
      value: content,
      lines: 4,
      note: countText(content),
      changed: (value) => desk.tune({ content: value }),
    }),
}

interface AccountText {
  readonly id: string
  readonly title: string
  readonly content: string
}

function values(desk: Desk, { draft, names }: { readonly draft: Draft; readonly names: readonly string[] }): unknown {
  return names.map((name) =>
    field({
      id: `compose-value-${name}`,
      label: name,
      value: draft.values[name] ?? '',
      changed: (value) => desk.tune({ [valueName(name)]: value }),
    }),
  )
}

function namesIn(text: string, placeholder: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))]
}

/** Code points, as the rules count outside the wires. */
function countText(text: string): string {
  const count = [...text].length
  return count === 1 ? '1 character' : `${count} characters`
}
