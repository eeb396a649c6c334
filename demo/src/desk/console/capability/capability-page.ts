import type { SenderRecord } from '@minibell/mock'
import type { Operator, Standing } from '../../../door/operator.ts'
import { fill, h, say } from '../../../look/element.ts'
import type { ConsoleView } from '../console.ts'
import { letterRow } from '../governance/letters.ts'
import { type Deeds, deedButton, deeds, refill, senderChoice } from '../parts.ts'
import { operatorSteps } from './operator-steps.ts'
import { meaningOf, stopsOf } from './states.ts'

export interface CapabilityPage {
  readonly element: HTMLElement
  draw(view: ConsoleView): void
}

/** MA-6: the capability management page, Open Capability, Message: the developer applies, the operator answers. */
export function capabilityPage(door: {
  readonly operator: Operator
  choose(sender: string): void
  refresh(): Promise<void>
  now(): number
}): CapabilityPage {
  const senders = senderChoice('capability', door.choose)
  const way = h('ol', { class: 'way', 'aria-label': 'Where the capability stands' })
  const meaning = h('p', { class: 'meaning' })
  const said = h('p', { class: 'said', hidden: true })
  const developer = h('div', { class: 'deed-row' })
  const told = h('ol', { class: 'letters' })
  const doing = deeds(door.refresh)
  const steps = operatorSteps({ operator: door.operator, doing, now: door.now })
  const element = h(
    'section',
    { class: 'card console-card', 'aria-label': 'Message capability' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Open Capability: Message'), senders.element),
    way,
    meaning,
    said,
    developer,
    doing.trouble,
    steps.element,
    h('h3', { class: 'console-heading' }, 'What the developer was told'),
    told,
  )
  let drawn = ''
  return {
    element,
    draw({ sender, senders: all, facts, timeZone, readable }) {
      senders.draw(all, sender.id)
      const key = JSON.stringify([sender, facts.standing, facts.post, timeZone])
      if (key === drawn) return
      drawn = key
      const { standing, post } = facts
      fill(way, stopsOf(standing).map(stopItem))
      say(meaning, meaningOf(standing, { sender, timeZone }))
      said.hidden = standing.reason === undefined
      say(said, standing.reason === undefined ? '' : `The operator’s reason: ${standing.reason}`)
      drawDeveloper(developer, { sender, standing, operator: door.operator, doing })
      steps.draw(sender.id, standing)
      const newest = post.messages.slice(0, 3)
      fill(
        told,
        newest.map((letter) => letterRow(letter, { unread: letter.id > post.readUpTo, timeZone, readable })),
        newest.length === 0 &&
          h('li', { class: 'quiet' }, 'Nothing yet: each step of review and governance writes a message.'),
      )
      element.dataset['sender'] = sender.id
    },
  }
}

function stopItem({ label, state, look }: ReturnType<typeof stopsOf>[number]): HTMLElement {
  return h(
    'li',
    { 'data-state': state.replace(' ', '-'), 'data-look': look, 'aria-current': state === 'now' ? 'step' : undefined },
    h('i', { 'aria-hidden': 'true' }),
    h('span', {}, label),
  )
}

function drawDeveloper(
  root: HTMLElement,
  page: {
    readonly sender: SenderRecord
    readonly standing: Standing
    readonly operator: Operator
    readonly doing: Deeds
  },
): void {
  const { sender, standing, operator, doing } = page
  const mayApply = standing.capability === 'not-applied' || standing.capability === 'refused'
  root.hidden = !mayApply
  const label = standing.capability === 'refused' ? 'Apply again' : 'Apply for the capability'
  refill(
    root,
    mayApply &&
      deedButton(label, { key: 'apply', look: 'strong' }, () => void doing.run(() => operator.apply(sender.id))),
    mayApply && h('span', { class: 'quiet' }, `as the developer of ${sender.name}`),
  )
}
