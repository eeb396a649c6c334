import type { Control, SendAnswer, SendRequest } from '../../door/control.ts'
import { fill, h, say } from '../../look/element.ts'
import { icon } from '../../look/icons.ts'
import { curlOf } from './curl.ts'
import { type SendForm, type SendWorld, serviceForm } from './service-form.ts'
import { type TemplateFormDoor, templateForm } from './template-form.ts'

export interface ComposeCard {
  readonly element: HTMLElement
  draw(world: SendWorld): void
}

export interface ComposeDoor extends TemplateFormDoor {
  readonly control: Control
  /** Whether a shell can reach the platform; not when it lives in the page. */
  readonly hasShell: boolean
  /** What the platform answered, drawn under the form. */
  explain(answer: SendAnswer): Promise<Node>
}

/** Compose and send: two forms, the exact request as a `curl`, and what came of it. */
export function composeCard(door: ComposeDoor): ComposeCard {
  const command = h('pre', { class: 'curl', tabindex: 0, 'aria-label': 'The request as curl' })
  const result = h('div', { class: 'result', 'aria-live': 'polite' })
  const button = h('button', { type: 'submit', class: 'primary' }, icon('send', 18), 'Send')
  const redraw = (): void => {
    const request = chosen().request()
    say(command, request ? curlOf(door.control.origin, request) : 'Getting an access token…')
    button.disabled = request === undefined
  }
  const forms = {
    service: serviceForm(() => redraw()),
    template: templateForm(door, () => redraw()),
  } as const satisfies Record<string, SendForm>
  let kind: keyof typeof forms = 'service'
  const chosen = (): SendForm => forms[kind]
  const choose = (next: keyof typeof forms): void => {
    kind = next
    forms.service.element.hidden = kind !== 'service'
    forms.template.element.hidden = kind !== 'template'
    fill(result)
    redraw()
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const request = chosen().request()
    if (!request) return
    button.disabled = true
    fill(result, await outcome(door, request))
    result.scrollIntoView({ block: 'nearest' })
    chosen().sent?.()
    redraw()
  }

  const element = h(
    'section',
    { class: 'card compose', 'aria-label': 'Compose and send' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Compose and send'), kinds(choose)),
    h(
      'form',
      { onsubmit: (event) => void submit(event) },
      forms.service.element,
      forms.template.element,
      h('div', { class: 'send-bar' }, button),
      result,
      curlBox(command, door.hasShell),
    ),
  )
  forms.template.element.hidden = true
  return {
    element,
    draw(world) {
      forms.service.draw(world)
      forms.template.draw(world)
      redraw()
    },
  }
}

async function outcome(door: ComposeDoor, request: SendRequest): Promise<Node> {
  try {
    return await door.explain(await door.control.send(request))
  } catch (error) {
    return h('p', { class: 'trouble' }, `The request got no answer: ${error instanceof Error ? error.message : error}`)
  }
}

function kinds(choose: (kind: 'service' | 'template') => void): HTMLElement {
  const radio = (kind: 'service' | 'template', label: string): HTMLElement =>
    h(
      'label',
      {},
      h('input', {
        type: 'radio',
        name: 'kind',
        value: kind,
        checked: kind === 'service',
        onchange: () => choose(kind),
      }),
      h('span', {}, label),
    )
  return h(
    'div',
    { class: 'segments', role: 'radiogroup', 'aria-label': 'Kind of message' },
    radio('service', 'Service'),
    radio('template', 'Template'),
  )
}

function curlBox(command: HTMLElement, hasShell: boolean): HTMLElement {
  const said = h('span', { 'aria-live': 'polite' }, 'Copy')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(command.textContent ?? '')
      say(said, 'Copied')
    } catch {
      getSelection()?.selectAllChildren(command)
      say(said, 'Selected: copy it')
    }
    setTimeout(() => say(said, 'Copy'), 2_000)
  }
  return h(
    'div',
    { class: 'curl-box' },
    h(
      'div',
      { class: 'curl-head' },
      h('span', {}, 'The exact request'),
      h('button', { type: 'button', class: 'quiet-button', onclick: () => void copy() }, icon('copy', 16), said),
    ),
    command,
    !hasShell &&
      h(
        'p',
        { class: 'quiet' },
        'The platform lives in this page, where a shell cannot reach it: send with the button. Under npm start the same command works in a terminal.',
      ),
  )
}
