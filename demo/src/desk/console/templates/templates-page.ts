import type { SenderRecord, Template } from '@minibell/mock'
import type { Operator } from '../../../door/operator.ts'
import { fill, h } from '../../../look/element.ts'
import { icon } from '../../../look/icons.ts'
import { emptyNote, refill } from '../parts.ts'
import { statusLabels, statusLooks } from './reviews.ts'
import { type TemplateEditor, templateEditor } from './template-editor.ts'

export interface TemplatesPage {
  readonly element: HTMLElement
  draw(view: { readonly senders: readonly SenderRecord[]; readonly templates: readonly Template[] }): void
}

export interface TemplatesDoor {
  readonly operator: Operator
  refresh(): Promise<void>
}

/** OA-12: the portal where a merchant writes templates and an operator reviews them. A list, or one template in its editor. */
export function templatesPage(door: TemplatesDoor): TemplatesPage {
  let view: Parameters<TemplatesPage['draw']>[0] = { senders: [], templates: [] }
  let open: { readonly code: string | undefined; readonly editor: TemplateEditor } | undefined
  let drawn = ''
  const list = h('ul', { class: 'template-list' })
  const add = h(
    'button',
    { type: 'button', class: 'deed deed-strong', 'data-key': 'new-template', onclick: () => edit(undefined) },
    icon('plus', 16),
    'New template',
  )
  const all = h(
    'section',
    { class: 'card console-card', 'aria-label': 'Template portal' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Template portal'), add),
    list,
  )
  const place = h('div', { hidden: true })
  const merchants = (): readonly SenderRecord[] => view.senders.filter(({ platform }) => platform === 'open-api')
  const edit = (code: string | undefined): void => {
    const editor = templateEditor({
      ...door,
      merchants: merchants(),
      taken: () => view.templates.map((template) => template.code),
      template: view.templates.find((template) => template.code === code),
      saved: (next) => edit(next),
      back,
    })
    open = { code, editor }
    fill(place, editor.element)
    place.hidden = false
    all.hidden = true
    drawEditor()
    editor.focus()
  }
  const back = (): void => {
    const code = open?.code
    open = undefined
    place.hidden = true
    all.hidden = false
    drawList()
    const row = code === undefined ? undefined : list.querySelector<HTMLElement>(`[data-key="${CSS.escape(code)}"]`)
    ;(row ?? add).focus()
  }
  const drawEditor = (): void => {
    const stored = view.templates.find(({ code }) => code === open?.code)
    if (stored) open?.editor.draw(stored)
    // Another world has no such template.
    else if (open?.code !== undefined) back()
  }
  const drawList = (): void => {
    const key = JSON.stringify([view.templates, view.senders.map(({ name }) => name)])
    add.disabled = merchants().length === 0
    if (key === drawn) return
    drawn = key
    refill(list, view.templates.length === 0 ? h('li', {}, empty(merchants().length)) : rows())
  }
  const rows = (): readonly HTMLElement[] =>
    view.templates.map((template) =>
      h('li', {}, templateRow(template, { owner: view.senders.find(({ id }) => id === template.sender), open: edit })),
    )
  return {
    element: h('div', {}, all, place),
    draw(next) {
      view = next
      drawList()
      drawEditor()
    },
  }
}

function templateRow(
  { code, name, channel, status, texts }: Template,
  { owner, open }: { readonly owner: SenderRecord | undefined; open(code: string): void },
): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'template-row', 'data-key': code, 'data-template': code, onclick: () => open(code) },
    h(
      'span',
      { class: 'template-words' },
      h('b', {}, name),
      h('small', {}, h('code', {}, code), ` · ${owner?.name ?? 'nobody’s'} · ${Object.keys(texts).join(', ')}`),
    ),
    h('span', { class: 'tag' }, channel),
    h('span', { class: `tag tag-${statusLooks[status]}`, 'data-status': status }, statusLabels[status]),
  )
}

function empty(merchants: number): HTMLElement {
  return merchants === 0
    ? emptyNote(
        'No mini-program of the open API',
        'Templates belong to those. This world has none: put one with PUT /control/v1/senders/ID.',
      )
    : emptyNote(
        'No template yet',
        'A template is a wording with parameters such as ',
        h('code', {}, '${who}'),
        ' in one or more languages. Write one, let it be approved, and send it from the Send page.',
      )
}
