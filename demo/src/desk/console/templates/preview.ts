import type { SenderRecord, Template } from '@minibell/mock'
import { fill, h } from '../../../look/element.ts'
import { type Field, field } from '../../compose/field.ts'
import { segments } from '../parts.ts'
import { type Run, runsOf } from './fill.ts'

export interface TemplatePreview {
  readonly element: HTMLElement
  draw(view: PreviewView): void
}

interface PreviewView {
  readonly channel: Template['channel']
  readonly texts: Template['texts']
  readonly sender: SenderRecord | undefined
}

/** Where the channel shows it on the phone (OA-3). */
const places = {
  INBOX: 'A row on all three surfaces; a tap opens the page.',
  PUSH: 'A notification of the phone and a bubble; no row.',
  SMS: 'A text of the phone; never in an inbox, no page to open.',
} as const

const samples: Readonly<Record<string, string>> = {
  who: 'Amina',
  order: 'SM-2045',
  when: 'Friday',
  code: '4471',
  amount: 'KSh 2,150',
}

/** The message as its reader gets it, with values to try. */
export function templatePreview(): TemplatePreview {
  const values = new Map<string, Field>()
  const message = h('div', { class: 'preview-message' })
  const where = h('p', { class: 'quiet' })
  const languages = h('div', {})
  const inputs = h('div', { class: 'preview-values' })
  let language = ''
  let view: PreviewView | undefined
  let offered = ''

  const drawMessage = (): void => {
    if (!view) return
    const text = view.texts[language] ?? { title: '', content: '' }
    const filled = Object.fromEntries([...values].map(([name, value]) => [name, value.value()]))
    message.dataset['channel'] = view.channel
    message.lang = language
    fill(
      message,
      view.channel !== 'SMS' &&
        view.sender?.icon &&
        h('img', { src: view.sender.icon, alt: '', width: 36, height: 36 }),
      h(
        'div',
        {},
        h('small', {}, view.sender?.name ?? 'Nobody'),
        view.channel !== 'SMS' && h('b', {}, runsOf(text.title, filled).map(runNode)),
        h('p', {}, runsOf(text.content, filled).map(runNode)),
      ),
    )
    fill(where, places[view.channel])
  }
  const drawInputs = (): void => {
    const names = parametersOf(view?.texts ?? {})
    for (const name of names)
      if (!values.has(name)) {
        const value = field({ name: `preview-${name}`, label: `\${${name}}` }, drawMessage)
        value.set(samples[name] ?? '')
        values.set(name, value)
      }
    const shown = JSON.stringify(names)
    if (shown !== inputs.dataset['shown'])
      fill(
        inputs,
        names.map((name) => values.get(name)?.element),
      )
    inputs.dataset['shown'] = shown
  }
  return {
    element: h(
      'section',
      { class: 'preview', 'aria-label': 'Preview' },
      h('div', { class: 'preview-head' }, h('h3', {}, 'Preview'), languages),
      message,
      where,
      inputs,
    ),
    draw(next) {
      view = next
      const known = Object.keys(next.texts)
      if (!known.includes(language)) language = known[0] ?? ''
      if (offered !== JSON.stringify(known))
        fill(
          languages,
          segments(
            { name: 'preview-language', label: 'Language of the preview' },
            known.map((value) => ({ value, label: value })),
            {
              chosen: language,
              choose(value) {
                language = value
                drawMessage()
              },
            },
          ),
        )
      offered = JSON.stringify(known)
      drawInputs()
      drawMessage()
    },
  }
}

function runNode({ text, parameter }: Run): Node {
  return parameter === undefined ? new Text(text) : h('mark', { title: `\${${parameter}}` }, text)
}

function parametersOf(texts: Template['texts']): readonly string[] {
  const all = Object.values(texts).flatMap(({ title, content }) => [...runsOf(title, {}), ...runsOf(content, {})])
  return [...new Set(all.flatMap(({ parameter }) => (parameter === undefined ? [] : [parameter])))]
}
