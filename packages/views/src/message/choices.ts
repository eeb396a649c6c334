import type { ReportKind } from '@minibell/protocol'
import type { ChoiceWords, ListWords } from '../words/words.ts'

/** One button of a row's menu. */
export interface Choice {
  readonly act: 'read' | 'detail' | 'dismiss' | 'report' | 'stop' | 'allow' | ReportAct
  readonly text: string
}

/** What a menu goes by. */
export interface ChoiceState {
  readonly unread: boolean
  /** Whether the recipient muted the sender. */
  readonly muted: boolean
  /** Whether the inbox has `preferences`: without, nobody hears of a complaint. */
  readonly preferences: boolean
  /** "Report" was chosen: the kinds stand in place of everything else (MA-21). */
  readonly asking: boolean
}

type ReportAct = 'harassing' | 'isFalse' | 'marketing' | 'other'

/** The four kinds of a report, and what the platform calls them. */
export const reportKinds: Readonly<Record<ReportAct, ReportKind>> = {
  harassing: 'harassing',
  isFalse: 'false',
  marketing: 'marketing',
  other: 'other',
}

/** What a row's menu offers, in order. */
export function choicesOf(
  { unread, muted, preferences, asking }: ChoiceState,
  words: ListWords & ChoiceWords,
): readonly Choice[] {
  if (asking && preferences) return reportActs.map((act) => ({ act, text: words[act] }))
  const sender = muted ? ({ act: 'allow', text: words.allow } as const) : ({ act: 'stop', text: words.stop } as const)
  return [
    ...(unread ? [{ act: 'read', text: words.markRead } as const] : []),
    { act: 'detail', text: words.details },
    { act: 'dismiss', text: words.dismiss },
    ...(preferences ? [{ act: 'report', text: words.report } as const, sender] : []),
  ]
}

const reportActs: readonly ReportAct[] = ['harassing', 'isFalse', 'marketing', 'other']
