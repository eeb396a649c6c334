import { h, say } from '../../look/element.ts'

/** A labelled text field that counts its characters as the platform does: Unicode code points. */
export interface Field {
  readonly element: HTMLElement
  readonly input: HTMLInputElement | HTMLTextAreaElement
  value(): string
  set(value: string): void
}

export interface FieldShape {
  readonly name: string
  readonly label: string
  readonly rows?: number
  /** A count above this is shown as too many; nothing is cut, since the platform's refusal is worth seeing. */
  readonly most?: number
  /** A count above this passes with a warning. */
  readonly advised?: number
  readonly placeholder?: string
}

export function field(shape: FieldShape, changed: () => void): Field {
  const id = `field-${shape.name}`
  const common = { id, name: shape.name, autocomplete: 'off', spellcheck: 'false', placeholder: shape.placeholder }
  const input = shape.rows ? h('textarea', { ...common, rows: shape.rows }) : h('input', { ...common, type: 'text' })
  const count = h('span', { class: 'count', 'aria-hidden': 'true' })
  const recount = (): void => {
    if (shape.most === undefined) return
    const length = [...input.value].length
    const isAdvised = shape.advised === undefined || length <= shape.advised
    say(count, isAdvised ? `${length} / ${shape.most}` : `${length} / ${shape.most}, better ${shape.advised}`)
    count.classList.toggle('count-over', length > shape.most)
  }
  input.addEventListener('input', () => {
    recount()
    changed()
  })
  recount()
  return {
    element: h('div', { class: 'field' }, h('label', { for: id }, shape.label, count), input),
    input,
    value: () => input.value,
    set(value) {
      input.value = value
      recount()
    },
  }
}

/** A labelled choice. */
export interface Choice {
  readonly element: HTMLElement
  readonly select: HTMLSelectElement
  /** Keeps what was chosen while it is still offered. */
  offer(options: readonly { readonly value: string; readonly label: string }[]): void
}

export function choice(shape: { readonly name: string; readonly label: string }, changed: () => void): Choice {
  const id = `field-${shape.name}`
  const select = h('select', { id, name: shape.name, onchange: changed })
  let offered = ''
  return {
    element: h('div', { class: 'field' }, h('label', { for: id }, shape.label), select),
    select,
    offer(options) {
      const key = JSON.stringify(options)
      if (key === offered) return
      offered = key
      const chosen = select.value
      select.replaceChildren(...options.map(({ value, label }) => h('option', { value }, label)))
      if (options.some(({ value }) => value === chosen)) select.value = chosen
    },
  }
}
