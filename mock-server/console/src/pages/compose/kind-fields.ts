import type { Template } from '@minibell/mock'
import { html, nothing } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { menu } from '../../parts/choice.ts'
import { field } from '../../parts/field.ts'
import { type Draft, valueName } from './draft.ts'

/** What a message of each kind is made of. */
export const fieldsOf: Readonly<Record<Draft['kind'], (desk: Desk, draft: Draft) => unknown>> = {
  service: (desk, draft) => [
    textField(desk, { name: 'title', label: 'Title', value: draft.title }),
    textField(desk, { name: 'content', label: 'Content', value: draft.content, lines: 4 }),
    jumpField(desk, draft, 'Jump URL'),
  ],
  template: portalFields,
  account: accountFields,
  customer: (desk, { content }) => textField(desk, { name: 'content', label: 'Text', value: content, lines: 4 }),
}

function portalFields(desk: Desk, draft: Draft): unknown {
  const all = desk.get<{ readonly templates: readonly Template[] }>('/templates').value?.templates ?? []
  const own = all.filter(({ sender }) => sender === draft.sender.id)
  const chosen = own.find(({ code }) => code === draft.template)
  const text = chosen?.texts[draft.language]
  const languageOf = (code: string): string => own.find((one) => one.code === code)?.defaultLanguage ?? ''
  return [
    templateMenu({
      chosen: draft.template,
      options: own.map(({ code, name, status }) => ({ value: code, label: `${name} · ${status}` })),
      choose: (template) => desk.tune({ template, language: languageOf(template) }),
    }),
    chosen ? languageMenu(desk, { draft, tongues: Object.keys(chosen.texts) }) : nothing,
    text ? html`<blockquote lang=${draft.language}><b>${text.title}</b><br>${text.content}</blockquote>` : nothing,
    values(desk, { draft, names: namesIn(`${text?.title} ${text?.content}`, /\$\{([^}]+)\}/g) }),
    chosen?.channel === 'SMS' ? nothing : jumpField(desk, draft, 'Redirect URL'),
  ]
}

function accountFields(desk: Desk, draft: Draft): unknown {
  const path = `/official-accounts/${encodeURIComponent(draft.sender.id)}/templates`
  const own = desk.get<{ readonly templates: readonly AccountText[] }>(path).value?.templates ?? []
  const chosen = own.find(({ id }) => id === draft.template)
  return [
    templateMenu({
      chosen: draft.template,
      options: own.map(({ id, title }) => ({ value: id, label: title })),
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
}

/** One of an account's own templates, as the control API tells it. */
interface AccountText {
  readonly id: string
  readonly title: string
  readonly content: string
}

function templateMenu(parts: {
  readonly chosen: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  choose(template: string): void
}): unknown {
  const first = { value: '', label: parts.options.length === 0 ? 'This sender has none' : 'Choose …' }
  return menu({ label: 'Template', id: 'compose-template', ...parts, options: [first, ...parts.options] })
}

function languageMenu(
  desk: Desk,
  { draft, tongues }: { readonly draft: Draft; readonly tongues: readonly string[] },
): unknown {
  return menu({
    label: 'Language',
    id: 'compose-language',
    options: tongues.map((tag) => ({ value: tag, label: tag })),
    chosen: draft.language,
    choose: (language) => desk.tune({ language }),
  })
}

function textField(
  desk: Desk,
  parts: { readonly name: string; readonly label: string; readonly value: string; readonly lines?: number },
): unknown {
  const { name, ...rest } = parts
  const changed = (value: string): void => desk.tune({ [name]: value })
  return field({ id: `compose-${name}`, ...rest, note: countText(parts.value), changed })
}

function jumpField(desk: Desk, { jump, sender }: Draft, label: string): unknown {
  return field({
    id: 'compose-jump',
    label,
    value: jump,
    offers: sender.pages.map(({ path }) => path),
    note: 'A page of this mini-program, with a query if it needs one.',
    changed: (value) => desk.tune({ jump: value }),
  })
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
