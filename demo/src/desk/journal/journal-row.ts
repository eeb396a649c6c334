import type { Explanation, JournalRow, Verdict } from '@minibell/mock'
import { h } from '../../look/element.ts'
import { type IconName, icon } from '../../look/icons.ts'

/** A kind that is not here is drawn plainly and named as the platform names it. */
const icons: Readonly<Partial<Record<JournalRow['kind'], IconName>>> = {
  request: 'send',
  receipt: 'eye',
  use: 'phone',
  clock: 'clock',
  text: 'bill',
  control: 'gear',
  connection: 'swap',
  governance: 'bell',
}

const names: Readonly<Partial<Record<JournalRow['kind'], string>>> = {
  request: 'Request',
  receipt: 'Receipt',
  use: 'Use',
  clock: 'Clock',
  text: 'Text message',
  control: 'Operator',
  connection: 'Connection',
  governance: 'Governance',
}

/** The verdict that refused this row's attempt; `undefined` when nothing was refused. */
export function verdictOf(row: JournalRow): Verdict | undefined {
  const word = row.explanation?.find((said) => said.word === 'refused')
  return word?.verdict
}

/** Sends and receipts count as refused when any rule or code but `ok` spoke. */
export function isRefused(row: JournalRow): boolean {
  return row.verdict !== undefined && row.verdict !== 'ok'
}

/** One row: a line to read, the exact request and answer behind it. `explained` stands under the line, always in sight. */
export function journalRow(
  row: JournalRow,
  said: { readonly time: string; readonly summary: string; readonly explained?: Node },
): HTMLElement {
  const head = [
    h('span', { class: 'journal-kind', title: names[row.kind] ?? row.kind }, icon(icons[row.kind] ?? 'square', 16)),
    h('time', {}, said.time),
    h('span', { class: 'journal-summary' }, said.summary),
    row.verdict !== undefined && row.kind === 'request' && chip(row),
  ]
  const exact = exactTexts(row)
  return h(
    'li',
    { class: 'journal-row', 'data-kind': row.kind, 'data-row': row.id, 'data-verdict': row.verdict },
    exact.length === 0
      ? h('div', { class: 'journal-line' }, head)
      : h('details', {}, h('summary', { class: 'journal-line' }, head), exact),
    said.explained,
  )
}

function chip(row: JournalRow): HTMLElement {
  const refused = isRefused(row)
  return h('span', { class: refused ? 'chip chip-bad' : 'chip chip-good' }, refused ? (row.verdict ?? '') : 'ok')
}

function exactTexts(row: JournalRow): readonly HTMLElement[] {
  const line = [row.method, row.path, row.status].filter((part) => part !== undefined).join(' ')
  return [
    line && h('p', { class: 'exact-line' }, line),
    row.request !== undefined && exact('Request', row.request),
    row.answer !== undefined && exact('Answer', row.answer),
    row.explanation && row.explanation.length > 0 && words(row.explanation),
  ].filter((part) => part instanceof HTMLElement)
}

function exact(title: string, value: unknown): HTMLElement {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return h('div', { class: 'exact' }, h('h4', {}, title), h('pre', { tabindex: 0 }, text))
}

/** Every rule's word on the attempt, rules of one word together, the loudest first. */
function words(explanation: Explanation): HTMLElement {
  const order = ['refused', 'warned', 'not-checkable', 'switched-off', 'passed'] as const
  return h(
    'dl',
    { class: 'rule-words' },
    order.map((word) => {
      const rules = explanation.filter((said) => said.word === word).map(({ rule }) => rule)
      return rules.length > 0 && h('div', {}, h('dt', {}, word.replace('-', ' ')), h('dd', {}, rules.join(', ')))
    }),
  )
}
