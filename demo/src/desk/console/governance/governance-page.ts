import type { Operator } from '../../../door/operator.ts'
import { fill, h } from '../../../look/element.ts'
import type { ConsoleView } from '../console.ts'
import { deeds, segments, senderChoice } from '../parts.ts'
import { ladderView } from './ladder.ts'
import { drawLedger } from './ledger.ts'
import { drawLetters } from './letters.ts'
import { announceForm, drawRuleSets } from './rule-sets.ts'
import { violationForm } from './violation-form.ts'

export interface GovernancePage {
  readonly element: HTMLElement
  draw(view: ConsoleView): void
}

const sections = [
  { value: 'ledger', label: 'Ledger' },
  { value: 'letters', label: 'Messages' },
  { value: 'rule-sets', label: 'Rule sets' },
] as const

type Section = (typeof sections)[number]['value']

/** MA-19 to MA-21: the ledger with the ladder, the developer's internal messages, and the rule sets with their bulletins. */
export function governancePage(door: {
  readonly operator: Operator
  choose(sender: string): void
  refresh(): Promise<void>
  now(): number
}): GovernancePage {
  let view: ConsoleView | undefined
  let drawn = ''
  const { operator } = door
  const senders = senderChoice('governance', door.choose)
  const doing = deeds(door.refresh)
  const ladder = h('div', {})
  const ledger = h('div', {})
  const letters = h('div', {})
  const ruleSets = h('div', {})
  const parts: Readonly<Record<Section, HTMLElement>> = {
    ledger: h('div', {}, ladder, ledger, violationForm({ operator, doing, sender: () => view?.sender.id })),
    letters: h('div', {}, letters),
    'rule-sets': h(
      'div',
      {},
      ruleSets,
      announceForm({ operator, doing, now: door.now, bulletin: () => view?.facts.bulletin }),
    ),
  }
  const show = (section: Section): void => {
    for (const [name, part] of Object.entries(parts)) part.hidden = name !== section
  }
  show('ledger')
  const element = h(
    'section',
    { class: 'card console-card', 'aria-label': 'Governance' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Governance'), senders.element),
    segments({ name: 'governance-section', label: 'Section' }, sections, { chosen: 'ledger', choose: show }),
    doing.trouble,
    Object.values(parts),
  )
  return {
    element,
    draw(next) {
      view = next
      const { sender, facts, persons, timeZone, readable } = next
      senders.draw(next.senders, sender.id)
      const names = persons.map(({ id, name }) => [id, name])
      const key = JSON.stringify([sender.id, facts, names, timeZone])
      if (key === drawn) return
      drawn = key
      const { standing, post, bulletin } = facts
      fill(ladder, ladderView(standing))
      drawLedger(ledger, { sender: sender.id, standing, persons, timeZone, operator, doing })
      drawLetters(letters, { sender: sender.id, post, timeZone, readable, operator, doing })
      drawRuleSets(ruleSets, { bulletin, standing, timeZone })
      element.dataset['sender'] = sender.id
    },
  }
}
