import type { SenderId } from '../../../platform/world.ts'
import { done } from '../../answer.ts'
import type { Route } from '../../route.ts'
import { conflict, operated } from '../outcomes.ts'
import { idOf } from '../senders.ts'
import { accountOf } from './account-of.ts'

/** Asks the URL of an account by GET, as the real console does when a developer enters it. */
export type CheckPush = (
  sender: SenderId,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string } | 'no-url'>

/** CS-1: the URL check, on demand. Its outcome is told and never changes the account. */
export function pushCheckRoute(check: CheckPush | undefined): Route {
  return {
    id: 'control.official-accounts.push-check',
    method: 'POST',
    path: '/control/v1/official-accounts/:id/push-check',
    async handle({ platform, params }) {
      const id = idOf({ params })
      const found = await accountOf(platform, id)
      if ('answer' in found) return found.answer
      const outcome = check ? await check(id) : 'no-url'
      if (outcome === 'no-url')
        return conflict(`Failed to check the URL of ${id}: the account has none. Put its push first.`)
      return done(outcome, operated(`URL of ${id} is checked: ${outcome.ok ? 'echoed' : outcome.why}`, { sender: id }))
    },
  }
}
