import type { Core } from '../core.ts'
import { instantText } from '../rulebook/words.ts'
import type { SenderId, SenderRecord } from '../world.ts'

/** What a letter says, as the journal's row about it says it too. */
interface Told {
  readonly about: string
  readonly reason?: string
  readonly until?: number
}

/** The journal's row about a letter. */
export function tellOperator(core: Core, sender: SenderId, { about, reason, until }: Told): void {
  const end = until === undefined ? '' : ` until ${instantText(until)}`
  const why = reason === undefined ? '' : `: ${reason}`
  core.journal.write({ kind: 'governance', summary: `${sender}: ${about}${end}${why}`, sender })
}

/** WT-12: an official account hears of its API and of itself, not of a capability. */
export function wordFor({ platform }: SenderRecord, about: string): string {
  return platform === 'wechat' ? (officialWords[about] ?? about) : about
}

const officialWords: Readonly<Record<string, string>> = {
  disabled: 'api-blocked',
  enabled: 'api-back',
  revoked: 'api-withdrawn',
  removed: 'account-disabled',
  restored: 'account-restored',
}
