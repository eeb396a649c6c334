import type { SenderRecord } from '@minibell/mock'
import type { Standing } from '../../../door/operator.ts'
import { dateText, minuteText } from '../../../look/words.ts'

/** One stop of the way to a granted capability and of what may follow. */
export interface Stop {
  readonly label: string
  readonly state: 'past' | 'now' | 'to come'
  readonly look: 'plain' | 'good' | 'bad'
}

type State = Standing['capability'] | 'removed'

/** MA-6, MA-19: the stops behind and before a mini-program, the present one marked. */
export function stopsOf({ capability, status }: Pick<Standing, 'capability' | 'status'>): readonly Stop[] {
  const state: State = status === 'removed' ? 'removed' : capability
  const way = ways[state]
  const at = way.indexOf(state)
  return way.map((name, place) => ({
    label: labels[name],
    state: place < at ? 'past' : place === at ? 'now' : 'to come',
    look: name === 'granted' ? 'good' : bad.has(name) ? 'bad' : 'plain',
  }))
}

const labels: Readonly<Record<State, string>> = {
  'not-applied': 'Not applied for',
  'in-review': 'In review',
  granted: 'Granted',
  refused: 'Refused',
  disabled: 'Disabled',
  revoked: 'Revoked',
  removed: 'Removed',
}

const bad: ReadonlySet<State> = new Set(['refused', 'disabled', 'revoked', 'removed'])

const toGranted: readonly State[] = ['not-applied', 'in-review', 'granted']
const ways: Readonly<Record<State, readonly State[]>> = {
  'not-applied': toGranted,
  'in-review': toGranted,
  granted: toGranted,
  refused: ['not-applied', 'in-review', 'refused'],
  disabled: [...toGranted, 'disabled'],
  revoked: [...toGranted, 'revoked'],
  removed: [...toGranted, 'removed'],
}

/** What the state means for sends, for what was delivered and for jumps. */
export function meaningOf(
  standing: Standing,
  { sender, timeZone }: { readonly sender: SenderRecord; readonly timeZone: string },
): string {
  const isOpenApi = sender.platform === 'open-api'
  const refused = isOpenApi ? 'ACCESS_DENIED' : '70008'
  if (standing.status === 'removed')
    return `Sends are refused with ${isOpenApi ? 'ACCESS_DENIED' : '70001'}. Delivered messages stay in every inbox as “no longer available” and jump nowhere.`
  const until = standing.disabledUntil
  switch (standing.capability) {
    case 'not-applied':
      return `Every send is refused with ${refused} until the developer applies here and an operator grants it.`
    case 'in-review':
      return `Sends are refused with ${refused} while an operator looks at it.`
    case 'refused':
      return `Sends are refused with ${refused}. The developer mends what the reason names and applies again.`
    case 'granted':
      return 'Sends pass here. Content, frequency and rate have rules of their own.'
    case 'disabled':
      return `Sends are refused with ${refused}${until === undefined ? '' : ` until ${dateText(until, timeZone)}, ${minuteText(until, timeZone)}; then it comes back by itself`}. Running file sends stop. Delivered messages stay and open their pages.`
    case 'revoked':
      return `Sends are refused with ${refused} until an operator gives it back. Delivered messages stay and open their pages.`
  }
}
