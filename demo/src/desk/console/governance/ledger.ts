import type { PersonWithUses } from '../../../door/control.ts'
import type { LedgerEntry, Operator, Standing } from '../../../door/operator.ts'
import { h } from '../../../look/element.ts'
import { dateText } from '../../../look/words.ts'
import { type Deeds, deedButton, emptyNote, refill } from '../parts.ts'
import { rungText } from './ladder.ts'
import { mostRows, olderNote } from './letters.ts'

export interface LedgerDoor {
  readonly sender: string
  readonly standing: Standing
  readonly persons: readonly PersonWithUses[]
  readonly timeZone: string
  readonly operator: Operator
  readonly doing: Deeds
}

/** The ledger, newest first: operators' entries and users' reports apart. */
export function drawLedger(root: HTMLElement, door: LedgerDoor): void {
  const entries = [...door.standing.violations].reverse()
  const ofOperators = entries.filter(({ source }) => source === 'operator')
  const reports = entries.filter(({ source }) => source === 'report')
  refill(
    root,
    h('h3', { class: 'console-heading' }, 'Violations'),
    ofOperators.length === 0
      ? emptyNote(
          'No violation',
          'What an operator records below comes here with its weight, and the ladder follows by itself.',
        )
      : list(ofOperators, door),
    h('h3', { class: 'console-heading' }, 'Users’ reports'),
    reports.length === 0
      ? emptyNote(
          'Nobody complained',
          'A reader reports a message from the phone: “•••”, then “Report the latest message”. One report of one message counts once.',
        )
      : list(reports, door),
  )
}

function list(entries: readonly LedgerEntry[], door: LedgerDoor): HTMLElement {
  return h(
    'div',
    {},
    h(
      'ol',
      { class: 'ledger' },
      entries.slice(0, mostRows).map((entry) => entryRow(entry, door)),
    ),
    olderNote(entries.length),
  )
}

function entryRow(entry: LedgerEntry, { sender, persons, timeZone, operator, doing }: LedgerDoor): HTMLElement {
  const { id, at, kind, degree, weight, reason, loss, step, dismissed } = entry
  const who = persons.find((person) => person.id === entry.person)?.name
  const takeBack = (): void =>
    void doing.run(() => operator.dismiss(sender, { id, reason: 'Taken back by the operator' }))
  return h(
    'li',
    { class: 'entry', 'data-entry': id, 'data-source': entry.source, 'data-dismissed': dismissed !== undefined },
    h('span', { class: 'entry-weight', title: 'Points' }, `+${weight}`),
    h(
      'div',
      { class: 'entry-words' },
      h('p', {}, h('b', {}, degree ? `${kind}, ${degree}` : kind), who && ` by ${who}`, reason && `: ${reason}`),
      loss && h('p', {}, `Loss: ${loss}. Liability is reserved.`),
      step && h('p', { class: 'entry-step' }, `Led to: ${rungText(step)}`),
      dismissed && h('p', { class: 'quiet' }, `${dismissed.reason}: it counts no more.`),
      h('p', { class: 'quiet' }, dateText(at, timeZone)),
    ),
    !dismissed && deedButton('Take back', { key: `dismiss-${id}`, 'aria-label': `Take back entry ${id}` }, takeBack),
  )
}
