import { h } from '../../look/element.ts'
import { icon } from '../../look/icons.ts'
import type { Hardship, HardshipCell } from './hardship.ts'

const switches: readonly { readonly name: keyof Hardship; readonly label: string; readonly about: string }[] = [
  { name: 'slow', label: '3G', about: '400 ms there and back, one call of eight is lost, sockets break' },
  { name: 'rtl', label: 'Arabic', about: 'right to left, with the words of that language' },
  { name: 'dark', label: 'Dark', about: 'as at night' },
  { name: 'large', label: 'Text at 200 %', about: 'in the surfaces, as a reader may choose it' },
]

/** A button that opens the switches of a bad phone; the button tells how many are on. */
export function badPhoneButton(hardship: HardshipCell): readonly HTMLElement[] {
  const menu = h('div', {
    class: 'stories hardships',
    id: 'hardships',
    popover: 'auto',
    role: 'group',
    'aria-label': 'On a bad phone',
  })
  const rows = switches.map(({ name, label, about }) => {
    const flip = (): void => hardship.set({ ...hardship.get(), [name]: !hardship.get()[name] })
    return h(
      'button',
      { type: 'button', role: 'switch', 'data-hardship': name, onclick: flip },
      h('span', {}, label),
      h('small', {}, about),
    )
  })
  menu.append(...rows)
  const words = h('span', { class: 'tool-words' })
  const open = h('button', { type: 'button', class: 'tool', popovertarget: 'hardships' }, icon('phone', 14), words)
  hardship.watch((now) => {
    const on = switches.filter(({ name }) => now[name])
    rows.forEach((row, at) => {
      row.setAttribute('aria-checked', String(now[switches[at]?.name ?? 'slow']))
    })
    words.textContent =
      on.length === 0 ? 'On a bad phone' : `On a bad phone: ${on.map(({ label }) => label).join(', ')}`
    open.classList.toggle('tool-strong', on.length > 0)
  })
  return [open, menu]
}
