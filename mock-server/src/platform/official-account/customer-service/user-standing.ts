import type { Core } from '../../core.ts'
import { customerRules, switchOf } from '../../rulebook/customer-service/switch-of-account.ts'
import { openWindows } from '../../rulebook/customer-service/windows.ts'
import type { SenderId } from '../../world.ts'
import type { UserStanding } from './customer-service.ts'
import { partiesOf, userOf } from './parties.ts'

/** Rejects with `RangeError` for an unknown account. */
export async function standing(core: Core, sender: SenderId, openid: string): Promise<UserStanding> {
  const { account, person } = await partiesOf(core, sender, openid)
  const now = core.clock.now()
  const { state } = await userOf(core, person, sender)
  const windows = openWindows(state, now)
  return {
    rules: customerRules(account, now),
    switchAt: switchOf(account),
    windows: [...windows].sort((one, other) => one.until - other.until),
  }
}
