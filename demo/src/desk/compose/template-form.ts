import type { Template } from '@minibell/mock'
import type { PersonWithUses } from '../../door/control.ts'
import { fill, h } from '../../look/element.ts'
import { firstName } from '../../look/words.ts'
import { parametersOf, templateRequest } from './drafts.ts'
import { choice, type Field, field } from './field.ts'
import type { SendForm, SendWorld } from './service-form.ts'

/** Values to start from, by parameter. */
const values: Readonly<Record<string, (person: PersonWithUses) => string>> = {
  who: ({ name }) => firstName(name),
  order: () => 'SM-2045',
  when: () => 'Friday',
  code: () => '4471',
  amount: () => 'KSh 2,150',
}

export interface TemplateFormDoor {
  templates(): readonly Template[]
  /** An access token of that person for that mini-program (OA-10), or `undefined` until there is one; `ready` follows. */
  accessToken(person: string, sender: string, ready: () => void): string | undefined
}

/** An OpenAPI template message: template, languages, parameters, redirect URL (OA-2 to OA-6). */
export function templateForm(door: TemplateFormDoor, changed: () => void): SendForm {
  let world: SendWorld | undefined
  let attempt = 1
  let drawn = ''
  let parameters: readonly { readonly name: string; readonly field: Field }[] = []
  const template = choice({ name: 'template', label: 'Template' }, () => drawTemplate())
  const languages = h('fieldset', { class: 'languages' })
  const fields = h('div', { class: 'form' })
  const redirectUrl = field({ name: 'redirect-url', label: 'Redirect URL' }, changed)
  redirectUrl.set('pages/order/detail?order=SM-2045')

  const chosen = (): Template | undefined => door.templates().find(({ code }) => code === template.select.value)
  const drawTemplate = (): void => {
    const current = chosen()
    if (!current || !world) return
    const { person } = world
    drawLanguages(languages, current, changed)
    parameters = parametersOf(current).map((name) => ({
      name,
      field: field({ name: `parameter-${name}`, label: `\${${name}}` }, changed),
    }))
    for (const entry of parameters) entry.field.set(values[entry.name]?.(person) ?? '')
    fill(
      fields,
      parameters.map((entry) => entry.field.element),
    )
    redirectUrl.element.hidden = current.channel === 'SMS'
    changed()
  }

  return {
    element: h('div', { class: 'form' }, template.element, languages, fields, redirectUrl.element),
    draw(next) {
      const key = JSON.stringify([next.person.id, door.templates()])
      world = next
      if (key === drawn) return
      drawn = key
      template.offer(
        door.templates().map(({ code, name, channel }) => ({ value: code, label: `${name} · ${channel}` })),
      )
      drawTemplate()
    },
    request() {
      const current = chosen()
      const sender = world?.senders.find(({ id }) => id === current?.sender)
      const accessToken = current && world ? door.accessToken(world.person.id, current.sender, changed) : undefined
      if (!current || !sender || accessToken === undefined) return undefined
      const filled = Object.fromEntries(parameters.map((entry) => [entry.name, entry.field.value()]))
      const texts = chosenLanguages(languages).map((language) => ({ language, parameters: filled }))
      const redirect = current.channel === 'SMS' ? '' : redirectUrl.value()
      return templateRequest(
        { template: current, requestId: `demo-${attempt}`, accessToken, redirectUrl: redirect, texts },
        sender,
      )
    },
    sent() {
      attempt += 1
    },
  }
}

function drawLanguages(root: HTMLElement, template: Template, changed: () => void): void {
  fill(
    root,
    h('legend', {}, 'Languages'),
    Object.keys(template.texts).map((language) =>
      h(
        'label',
        {},
        h('input', { type: 'checkbox', name: 'language', value: language, checked: true, onchange: changed }),
        h('span', {}, language),
      ),
    ),
  )
}

function chosenLanguages(root: HTMLElement): readonly string[] {
  return [...root.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
}
