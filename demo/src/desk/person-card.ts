import type { SenderRecord } from '@minibell/mock'
import type { PersonWithUses } from '../door/control.ts'
import { fill, h, say } from '../look/element.ts'
import { dayMs, firstName, languageText, lastUsedText } from '../look/words.ts'

/** When a mini-program was last used, as the platform's operator can set it: ms before now, or never. */
const lastUses = [
  { label: 'just now', agoMs: 0 },
  { label: '10 days ago', agoMs: 10 * dayMs },
  { label: '30 days ago', agoMs: 30 * dayMs },
  { label: '31 days ago', agoMs: 31 * dayMs },
  { label: 'never', agoMs: undefined },
] as const

export interface PersonCard {
  readonly element: HTMLElement
  draw(view: {
    readonly persons: readonly PersonWithUses[]
    readonly senders: readonly SenderRecord[]
    readonly person: string
    readonly now: number
  }): void
}

export interface PersonChoices {
  choose(person: string): void
  /** `undefined`: never used. */
  setLastUse(use: { readonly person: string; readonly sender: string; readonly agoMs: number | undefined }): void
}

/** Who the recipient is: it is their phone that is shown, and their last uses that MA-3 and MA-4 look at. */
export function personCard(choices: PersonChoices): PersonCard {
  const people = h('div', { class: 'segments', role: 'radiogroup', 'aria-label': 'Recipient' })
  const facts = h('p', { class: 'quiet' })
  const uses = h('div', { class: 'uses' })
  const element = h(
    'section',
    { class: 'card person-card', 'aria-label': 'Recipient' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Recipient'), people),
    facts,
    uses,
  )
  let drawn = ''
  return {
    element,
    draw({ persons, senders, person, now }) {
      const shown = persons.find(({ id }) => id === person)
      if (!shown) return
      const rows = senders.map((sender) => ({ sender, says: lastUsedText(shown.uses[sender.id], now) }))
      const key = JSON.stringify([person, persons.map(({ name }) => name), rows.map(({ says }) => says)])
      if (key === drawn) return
      drawn = key
      drawPeople(people, persons, { person, choose: choices.choose })
      say(
        facts,
        `${shown.name} reads ${languageText(shown.language)} and lives in ${shown.timeZone.split('/')[1] ?? shown.timeZone}.`,
      )
      fill(
        uses,
        rows.map(({ sender, says }) => useRow(shown, { sender, says }, choices)),
      )
    },
  }
}

function drawPeople(
  people: HTMLElement,
  persons: readonly PersonWithUses[],
  { person, choose }: { readonly person: string; choose(person: string): void },
): void {
  const focused = people.contains(document.activeElement)
  fill(
    people,
    persons.map(({ id, name }) =>
      h('label', {}, radio({ id, checked: id === person, choose }), h('span', {}, firstName(name))),
    ),
  )
  if (focused) people.querySelector<HTMLInputElement>('input:checked')?.focus()
}

function radio(option: { readonly id: string; readonly checked: boolean; choose(person: string): void }): HTMLElement {
  return h('input', {
    type: 'radio',
    name: 'recipient',
    value: option.id,
    checked: option.checked,
    onchange: () => option.choose(option.id),
  })
}

function useRow(
  person: PersonWithUses,
  { sender, says }: { readonly sender: SenderRecord; readonly says: string },
  { setLastUse }: PersonChoices,
): HTMLElement {
  const label = `When ${firstName(person.name)} last used ${sender.name}`
  const select = h(
    'select',
    { 'aria-label': label, 'data-use': sender.id },
    h('option', { value: '' }, 'Set last use…'),
    lastUses.map(({ label: text }, at) => h('option', { value: at }, text)),
  )
  select.addEventListener('change', () => {
    const chosen = lastUses[Number(select.value)]
    if (select.value !== '' && chosen) setLastUse({ person: person.id, sender: sender.id, agoMs: chosen.agoMs })
    select.value = ''
  })
  return h('div', { class: 'use' }, h('span', {}, h('b', {}, sender.name), ` ${says}`), select)
}
