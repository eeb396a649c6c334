import type { JournalRow, Verdict } from '@minibell/mock'
import type { SendAnswer } from '../../door/control.ts'
import type { Platform } from '../../door/facts.ts'
import { h } from '../../look/element.ts'
import { icon } from '../../look/icons.ts'
import { verdictOf } from '../journal/journal-row.ts'
import type { Attempt, Mend } from '../journal/mend.ts'
import { reason } from '../journal/reason.ts'

/** What came of a send, under the form: accepted, or the whole reason out of the journal. */
export async function answerCard(
  answer: SendAnswer,
  door: {
    readonly platform: Platform
    attempt(row: JournalRow): Omit<Attempt, 'verdict'>
    mend(mend: Mend): void
  },
): Promise<Node> {
  const row = answer.journalId === undefined ? undefined : await door.platform.control.journalRow(answer.journalId)
  if (answer.verdict === 'ok') return accepted(row)
  const verdict: Verdict | undefined = row && verdictOf(row)
  if (row && verdict) return reason({ verdict, ...door.attempt(row) }, door.mend)
  return h('p', { class: 'trouble' }, `Refused by ${answer.verdict || 'the platform'}: ${JSON.stringify(answer.body)}`)
}

/** Rules that only warn speak here too. */
function accepted(row: JournalRow | undefined): Node {
  const warnings = row?.explanation?.filter(({ word }) => word === 'warned') ?? []
  return h(
    'div',
    { class: 'accepted', 'data-answer': 'ok' },
    icon('check', 18),
    h(
      'div',
      {},
      h('p', {}, 'Accepted. It is on its way to the phone.'),
      warnings.map(({ rule, verdict }) =>
        h('p', {}, `${rule} warns: ${verdict?.hint.en ?? 'look at the text again.'}`),
      ),
    ),
  )
}
