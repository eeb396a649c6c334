import { type Attributes, fill, h } from '../../look/element.ts'

/** Something an operator or a developer does: it shows the platform's sentence where it is refused. */
export interface Deeds {
  readonly trouble: HTMLElement
  /** Resolves when it is done and the console has read what came of it; true when it was not refused. */
  run(deed: () => Promise<void>): Promise<boolean>
}

export function deeds(refresh: () => Promise<void>): Deeds {
  const trouble = h('div', { class: 'deed-trouble', 'aria-live': 'polite' })
  return {
    trouble,
    async run(deed) {
      fill(trouble)
      try {
        await deed()
        await refresh()
        return true
      } catch (error) {
        fill(trouble, h('p', { class: 'trouble' }, error instanceof Error ? error.message : String(error)))
        return false
      }
    },
  }
}

/** A button of the console; `key` gives it the focus back when its page is drawn anew. */
export function deedButton(
  label: string,
  {
    key,
    look = 'plain',
    ...attributes
  }: Attributes & { readonly key: string; readonly look?: 'plain' | 'strong' | 'grave' },
  press: () => void,
): HTMLButtonElement {
  const looks = { plain: 'deed', strong: 'deed deed-strong', grave: 'deed deed-grave' }
  return h('button', { type: 'button', class: looks[look], 'data-key': key, onclick: press, ...attributes }, label)
}

/** Replaces the children; what had the focus has it again when it is still there, by its `data-key`. */
export function refill(parent: HTMLElement, ...children: Parameters<typeof fill>[1][]): void {
  const { activeElement } = document
  const key =
    activeElement instanceof HTMLElement && parent.contains(activeElement) ? activeElement.dataset['key'] : undefined
  fill(parent, ...children)
  if (key === undefined) return
  const again = parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  // Where the deed is no longer possible, its page is the nearest place.
  const next = again ?? parent.querySelector<HTMLElement>('[data-key]')
  next?.focus()
}

/** What a page says where there is nothing yet: what would come here and how. */
export function emptyNote(title: string, ...words: Parameters<typeof fill>[1][]): HTMLElement {
  return h('div', { class: 'empty-note' }, h('b', {}, title), h('p', {}, ...words))
}

/** A radio group that looks like one control. `name` must be the only one of its page. */
export function segments<Value extends string>(
  shape: { readonly name: string; readonly label: string },
  options: readonly { readonly value: Value; readonly label: string }[],
  { chosen, choose }: { readonly chosen: Value; choose(value: Value): void },
): HTMLElement {
  return h(
    'div',
    { class: 'segments', role: 'radiogroup', 'aria-label': shape.label },
    options.map(({ value, label }) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: shape.name,
          value,
          checked: value === chosen,
          'data-key': `${shape.name}-${value}`,
          onchange: () => choose(value),
        }),
        h('span', {}, label),
      ),
    ),
  )
}

/** Which mini-program a page is about; all pages share the choice. */
export interface SenderChoice {
  readonly element: HTMLElement
  draw(senders: readonly { readonly id: string; readonly name: string }[], chosen: string): void
}

export function senderChoice(page: string, choose: (sender: string) => void): SenderChoice {
  const select = h('select', {
    class: 'sender-choice',
    'aria-label': 'Mini-program',
    'data-sender-choice': page,
    onchange: () => choose(select.value),
  })
  let drawn = ''
  return {
    element: select,
    draw(senders, chosen) {
      const key = JSON.stringify(senders.map(({ id, name }) => [id, name]))
      if (key !== drawn) select.replaceChildren(...senders.map(({ id, name }) => h('option', { value: id }, name)))
      drawn = key
      if (select.value !== chosen) select.value = chosen
    },
  }
}
