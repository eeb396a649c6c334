import type { SenderRecord, Template } from '@minibell/mock'
import type { Operator } from '../../../door/operator.ts'
import { h, say } from '../../../look/element.ts'
import { icon } from '../../../look/icons.ts'
import { field } from '../../compose/field.ts'
import { deedButton, deeds, refill, segments } from '../parts.ts'
import { languageTexts } from './language-texts.ts'
import { templatePreview } from './preview.ts'
import { reviewSteps, statusLabels, statusLooks, statusMeanings } from './reviews.ts'

export interface TemplateEditor {
  readonly element: HTMLElement
  /** The template as the platform has it: its review goes on while it is edited. */
  draw(stored: Template): void
  focus(): void
}

interface EditorDoor {
  readonly operator: Operator
  readonly merchants: readonly SenderRecord[]
  /** Absent: a new one is written. */
  readonly template: Template | undefined
  taken(): readonly string[]
  refresh(): Promise<void>
  saved(code: string): void
  back(): void
}

/** What a new template starts from: one that can be approved and sent as it is. */
const start: Pick<Template, 'channel' | 'defaultLanguage' | 'texts'> = {
  channel: 'INBOX',
  defaultLanguage: 'en-US',
  texts: { 'en-US': { title: 'Your order is ready', content: 'Hello ${who}, order ${order} waits for you.' } },
}

/** One template: its wording, how it will look, and its review (OA-12). Saving changes submits it for review again. */
export function templateEditor(door: EditorDoor): TemplateEditor {
  const { template, operator } = door
  const first = template ?? start
  let channel = first.channel
  let stored = template
  const name = field({ name: 'template-name', label: 'Name', most: 128 }, () => undefined)
  const code = field({ name: 'template-code', label: 'Code', most: 64 }, () => undefined)
  const owner = h(
    'select',
    { id: 'field-template-owner', disabled: template !== undefined },
    door.merchants.map(({ id, name: label }) => h('option', { value: id }, label)),
  )
  const channels = h('div', {})
  const review = h('div', { class: 'review' })
  const doing = deeds(door.refresh)
  const preview = templatePreview()
  const texts = languageTexts(first, () => redraw())
  const redraw = (): void =>
    preview.draw({ channel, texts: texts.texts(), sender: door.merchants.find(({ id }) => id === owner.value) })
  const drawChannels = (): void =>
    refill(
      channels,
      segments(
        { name: 'template-channel', label: 'Channel' },
        (['INBOX', 'PUSH', 'SMS'] as const).map((value) => ({ value, label: value })),
        {
          chosen: channel,
          choose(value) {
            channel = value
            redraw()
          },
        },
      ),
    )
  const current = (): Template => ({
    code: code.value().trim(),
    sender: owner.value,
    channel,
    name: name.value().trim(),
    status: 'in-review',
    defaultLanguage: texts.defaultLanguage(),
    texts: texts.texts(),
  })
  const save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const next = current()
    const put = async (): Promise<void> => {
      if (!template && door.taken().includes(next.code))
        throw new Error(`Failed to save ${next.code}: there is a template of that code. Choose another code.`)
      await operator.putTemplate(next)
    }
    if (await doing.run(put)) door.saved(next.code)
  }
  const drawReview = ({ status }: Template): void =>
    refill(
      review,
      h('span', { class: `tag tag-${statusLooks[status]}`, 'data-status': status }, statusLabels[status]),
      h('p', { class: 'quiet' }, statusMeanings[status]),
      h(
        'div',
        { class: 'deed-row' },
        reviewSteps[status].map(({ to, label, look }) =>
          deedButton(label, { key: `review-${to}`, look }, () => {
            if (stored) void doing.run(() => operator.putTemplate({ ...(stored ?? current()), status: to }))
          }),
        ),
      ),
    )

  name.set(template?.name ?? 'Order ready')
  code.set(template?.code ?? 'TP_ORDER_READY')
  if (template) {
    code.input.readOnly = true
    owner.value = template.sender
  }
  owner.addEventListener('change', redraw)
  drawChannels()
  redraw()
  const submit = h(
    'button',
    { type: 'submit', class: 'primary' },
    template ? 'Save and submit for review' : 'Submit for review',
  )
  const title = h('h2', { tabindex: -1 }, template?.name ?? 'New template')
  const element = h(
    'section',
    { class: 'card console-card', 'aria-label': 'Template' },
    h(
      'div',
      { class: 'card-head' },
      title,
      h('button', { type: 'button', class: 'quiet-button', onclick: door.back }, icon('back', 16), 'All templates'),
    ),
    review,
    doing.trouble,
    h(
      'form',
      { class: 'form', onsubmit: (event) => void save(event) },
      h('div', { class: 'field-pair' }, name.element, code.element),
      h(
        'div',
        { class: 'field-pair' },
        h('div', { class: 'field' }, h('label', { for: 'field-template-owner' }, 'Mini-program'), owner),
        h('div', { class: 'field' }, h('span', { class: 'field-label' }, 'Channel'), channels),
      ),
      texts.element,
      preview.element,
      submit,
    ),
  )
  return {
    element,
    draw(next) {
      stored = next
      say(title, next.name)
      drawReview(next)
    },
    focus: () => title.focus(),
  }
}
