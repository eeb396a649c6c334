import { classOfKind } from '@minibell/rules'
import type { LibraryEntry } from '../records.ts'
import type { AllowedRow } from './allowed-row.ts'
import { chineseRows } from './chinese-rows.ts'
import { englishRows } from './english-rows.ts'

/** WT-5: one allowed template of every kind, in English and in Chinese, as the source offers a list of them. The alerts are of disasters. */
export const allowedEntries: readonly LibraryEntry[] = [
  ...englishRows.map((row) => entryOf(row, ': ')),
  ...chineseRows.map((row) => entryOf(row, '：')),
]

function entryOf([id, kind, industries, title, first, keywords, remark]: AllowedRow, colon: string): LibraryEntry {
  const pairs = keywords.split(' | ').map((pair) => pair.split(' = '))
  const lines = (fill: (value: string, number: number) => string) =>
    pairs.map(([name = '', value = ''], at) => `${name}${colon}${fill(value, at + 1)}`)
  return {
    id,
    form: 'historical',
    industries,
    title,
    class: classOfKind(kind) ?? 'general',
    kind,
    ...(kind === 'alert' && { disaster: true }),
    content: ['{{first.DATA}}', ...lines((_, number) => `{{keyword${number}.DATA}}`), '{{remark.DATA}}'].join('\n'),
    example: [first, ...lines((value) => value), remark].join('\n'),
  }
}
