import type { Core } from '../../core.ts'
import { appPartition } from '../../storage/app-places.ts'
import { customerKeys } from '../../storage/customer-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { SenderId } from '../../world.ts'
import { chinaDay, chinaMonth } from '../china-time.ts'
import { type DayRow, templateSendKeys } from './send-places.ts'

/** Of the day that it is now. */
export async function dayOf(transaction: Transaction, now: number): Promise<DayRow> {
  const row = await transaction.get(templateSendKeys.day)
  const day = chinaDay(now)
  return row?.day === day ? row : { day, sends: 0 }
}

/** Of a calendar month (UTC+8). */
export const resetsPerMonth = 10

/** 45009: what was sent today counts no more. False: there was the tenth reset of the month already. */
export function clearQuota(core: Core, sender: SenderId): Promise<boolean> {
  return core.transactions.write(appPartition(sender), async (transaction) => {
    const now = core.clock.now()
    const month = chinaMonth(now)
    const row = await transaction.get(templateSendKeys.resets)
    const calls = row?.month === month ? row.calls : 0
    if (calls >= resetsPerMonth) return false
    transaction.put(templateSendKeys.resets, { month, calls: calls + 1 })
    transaction.put(templateSendKeys.day, { day: chinaDay(now), sends: 0 })
    transaction.put(customerKeys.day, undefined)
    return true
  })
}
