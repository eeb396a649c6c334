import type { JournalRow } from '@minibell/mock'
import { isMachinery } from '../../door/this-world.ts'
import { h } from '../../look/element.ts'
import { dateText, timeText } from '../../look/words.ts'
import { isRefused, journalRow, verdictOf } from './journal-row.ts'
import type { Attempt, Mend } from './mend.ts'
import { reason } from './reason.ts'

/** A receipt that only says that the phone has it: two for each message, one for each inbox. */
const isDelivered = (row: JournalRow): boolean => row.kind === 'receipt' && /: delivered \(/.test(row.summary)

/** How many rows are drawn; the platform keeps more. */
const drawnRows = 300

const filters = [
  { name: 'main', label: 'Main', shows: (row: JournalRow) => !isMachinery(row) && !isDelivered(row) },
  { name: 'refused', label: 'Refused', shows: (row: JournalRow) => isRefused(row) && !isMachinery(row) },
  { name: 'receipts', label: 'Receipts', shows: (row: JournalRow) => row.kind === 'receipt' },
  { name: 'all', label: 'All', shows: () => true },
] as const

export interface JournalPanel {
  readonly element: HTMLElement
  /** `rows`: newest last. Rows that are drawn stay as they are; a journal that was cleared is drawn anew. */
  draw(rows: readonly JournalRow[]): void
}

export interface JournalReader {
  timeZone(): string
  summary(row: JournalRow): string
  attempt(row: JournalRow): Omit<Attempt, 'verdict'>
  mend(mend: Mend): void
}

/** What happened at the platform, newest first. A refusal shows its whole reason. */
export function journalPanel(reader: JournalReader): JournalPanel {
  const list = h('ol', { class: 'journal-list', 'data-filter': 'main' })
  const empty = h('p', { class: 'quiet journal-empty' }, 'Requests, verdicts, receipts and clock moves come here.')
  const element = h(
    'section',
    { class: 'card journal', 'aria-label': 'Journal' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Journal'), filterChoice(list)),
    empty,
    list,
  )
  const drawn = new Set<string>()
  let lastDate = ''

  const add = (row: JournalRow): void => {
    const date = dateText(row.at, reader.timeZone())
    if (date !== lastDate) list.prepend(h('li', { class: 'journal-date' }, date))
    lastDate = date
    const verdict = isRefused(row) ? verdictOf(row) : undefined
    const item = journalRow(row, {
      time: timeText(row.at, reader.timeZone()),
      summary: reader.summary(row),
      ...(verdict && { explained: reason({ verdict, ...reader.attempt(row) }, reader.mend) }),
    })
    item.dataset['shown'] = filters
      .filter((filter) => filter.shows(row))
      .map(({ name }) => name)
      .join(' ')
    list.firstElementChild?.after(item)
  }

  return {
    element,
    draw(rows) {
      const ids = new Set(rows.map(({ id }) => id))
      if ([...drawn].some((id) => !ids.has(id)) && rows.length < drawn.size) {
        drawn.clear()
        list.replaceChildren()
        lastDate = ''
      }
      for (const row of rows.filter(({ id }) => !drawn.has(id)).slice(-drawnRows)) {
        drawn.add(row.id)
        add(row)
      }
      while (list.childElementCount > drawnRows * 1.2) list.lastElementChild?.remove()
      empty.hidden = drawn.size > 0
    },
  }
}

function filterChoice(list: HTMLElement): HTMLElement {
  return h(
    'div',
    { class: 'filters', role: 'radiogroup', 'aria-label': 'Rows shown' },
    filters.map(({ name, label }, at) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'journal-filter',
          value: name,
          checked: at === 0,
          onchange: () => {
            list.dataset['filter'] = name
          },
        }),
        h('span', {}, label),
      ),
    ),
  )
}
