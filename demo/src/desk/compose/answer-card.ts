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
  if (answer.verdict === 'ok')
    return h(
      'p',
      { class: 'accepted', 'data-answer': 'ok' },
      icon('check', 18),
      'Accepted. It is on its way to the phone.',
    )
  const row = answer.journalId === undefined ? undefined : await door.platform.control.journalRow(answer.journalId)
  const verdict: Verdict | undefined = row && verdictOf(row)
  if (row && verdict) return reason({ verdict, ...door.attempt(row) }, door.mend)
  return h('p', { class: 'trouble' }, `Refused by ${answer.verdict || 'the platform'}: ${JSON.stringify(answer.body)}`)
}
