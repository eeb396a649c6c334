import type { Template } from '@minibell/mock'
import { fill, h } from '../../../look/element.ts'
import { icon } from '../../../look/icons.ts'
import { languageText } from '../../../look/words.ts'
import { type Field, field } from '../../compose/field.ts'
import { unevenOf } from './fill.ts'

/** The wording in each language, one of which is the default (OA-4). */
export interface LanguageTexts {
  readonly element: HTMLElement
  texts(): Template['texts']
  defaultLanguage(): string
}

interface Entry {
  readonly language: string
  readonly title: Field
  readonly content: Field
}

export function languageTexts(first: Pick<Template, 'texts' | 'defaultLanguage'>, changed: () => void): LanguageTexts {
  let entries: readonly Entry[] = []
  let byDefault = first.defaultLanguage
  const list = h('div', { class: 'language-list' })
  const uneven = h('p', { class: 'uneven', role: 'status' })
  const tag = h('input', {
    type: 'text',
    'aria-label': 'Language to add',
    placeholder: 'fr-FR',
    maxlength: 35,
    size: 8,
  })
  const note = (): void => {
    const missing = unevenOf(texts())
    uneven.hidden = missing.length === 0
    fill(uneven, missing.length > 0 && `${missing.join('; ')}. A reader of it hears less than the others.`)
  }
  const told = (): void => {
    note()
    changed()
  }
  const texts = (): Template['texts'] =>
    Object.fromEntries(
      entries.map(({ language, title, content }) => [language, { title: title.value(), content: content.value() }]),
    )
  const make = (language: string, { title, content }: Template['texts'][string]): Entry => {
    const entry = {
      language,
      title: field({ name: `title-${language}`, label: 'Title' }, told),
      content: field({ name: `content-${language}`, label: 'Content', rows: 2 }, told),
    }
    entry.title.set(title)
    entry.content.set(content)
    return entry
  }
  const draw = (): void => fill(list, entries.map(fieldset))
  const fieldset = (entry: Entry): HTMLElement =>
    h(
      'fieldset',
      { class: 'language' },
      h('legend', {}, languageText(entry.language)),
      entry.title.element,
      entry.content.element,
      h(
        'div',
        { class: 'language-ways' },
        h(
          'label',
          {},
          h('input', {
            type: 'radio',
            name: 'default-language',
            value: entry.language,
            checked: entry.language === byDefault,
            onchange: () => {
              byDefault = entry.language
            },
          }),
          'Default',
        ),
        entries.length > 1 &&
          h(
            'button',
            {
              type: 'button',
              class: 'quiet-button',
              'aria-label': `Take out ${languageText(entry.language)}`,
              onclick: () => remove(entry),
            },
            icon('close', 14),
            'Take out',
          ),
      ),
    )
  const remove = (entry: Entry): void => {
    entries = entries.filter((other) => other !== entry)
    if (byDefault === entry.language) byDefault = entries[0]?.language ?? ''
    draw()
    told()
    tag.focus()
  }
  const add = (): void => {
    const language = canonical(tag.value)
    const isNew = language !== undefined && !entries.some((entry) => entry.language === language)
    tag.setCustomValidity(isNew ? '' : 'Name a language that is not there yet, such as fr-FR.')
    tag.reportValidity()
    if (!isNew) return
    tag.value = ''
    const entry = make(language, { title: '', content: '' })
    entries = [...entries, entry]
    draw()
    told()
    entry.title.input.focus()
  }
  tag.addEventListener('input', () => tag.setCustomValidity(''))
  tag.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  })
  entries = Object.entries(first.texts).map(([language, text]) => make(language, text))
  draw()
  note()
  return {
    element: h(
      'div',
      { class: 'language-texts' },
      list,
      uneven,
      h(
        'div',
        { class: 'deed-row' },
        tag,
        h('button', { type: 'button', class: 'deed', onclick: add }, 'Add a language'),
      ),
    ),
    texts,
    defaultLanguage: () => byDefault,
  }
}

/** As BCP 47 writes it; nothing for what is no language. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0]
  } catch {
    return undefined
  }
}
