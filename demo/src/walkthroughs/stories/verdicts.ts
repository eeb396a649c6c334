import type { JournalRow } from '@minibell/mock'
import type { Eyes } from '../eyes.ts'
import { expectSame, expectThat, type Found } from '../script.ts'

/** The newest send was decided by that rule, or is `ok`; `because` is in the reason that the journal keeps. */
export async function lastSendBy(eyes: Eyes, rule: string, because?: string): Promise<Found> {
  const row = await eyes.lastSend()
  if (row?.verdict !== rule || because === undefined) return expectSame(row?.verdict, rule)
  const received = row.explanation?.find(({ word }) => word === 'refused')?.verdict?.received ?? ''
  return expectThat(received.includes(because), received)
}

/** The newest internal message on the desk's open page says so. */
export function newestSentence(eyes: Eyes, words: string): Found {
  const [newest = 'no internal message'] = eyes.lettersShown()
  return expectThat(newest.includes(words), newest)
}

/** What a send of the open API was answered, as the journal keeps it. */
export function resultOf(row: JournalRow | undefined): {
  readonly status: string
  readonly code: string
  readonly messageId: string | undefined
} {
  // The journal keeps the answer as it went out, in the shape of OA-7.
  const answer = row?.answer as
    | { readonly result?: { readonly resultStatus: string; readonly resultCode: string }; readonly messageId?: string }
    | undefined
  return {
    status: answer?.result?.resultStatus ?? 'none',
    code: answer?.result?.resultCode ?? 'none',
    messageId: answer?.messageId,
  }
}
