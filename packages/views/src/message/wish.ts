import type { Preferences } from '@minibell/client'
import type { InboxItem, ReportKind } from '@minibell/protocol'
import type { ChoiceWords } from '../words/words.ts'
import { reportKinds } from './choices.ts'

/** What a person asks of the platform about an item's sender. */
export interface Wish {
  /** Says that it was done; `{sender}` is filled in. */
  readonly word: keyof Pick<ChoiceWords, 'stopped' | 'allowed' | 'reported'>
  call(preferences: Preferences, item: InboxItem): Promise<unknown>
}

const kinds: Readonly<Record<string, ReportKind>> = reportKinds

/** The wish of a menu's button, by its name (MA-7, MA-21); `undefined` for any other button. */
export function wishOf(name: string): Wish | undefined {
  if (name === 'stop') return { word: 'stopped', call: ({ mute }, { sender }) => mute(sender) }
  if (name === 'allow') return { word: 'allowed', call: ({ unmute }, { sender }) => unmute(sender) }
  const kind = kinds[name]
  return kind && { word: 'reported', call: ({ report }, { id }) => report(id, kind) }
}
