import type { Core } from '../../core.ts'
import { worldValue } from '../../directory/world-rows.ts'
import { mostCustomerSendsADay } from '../../rulebook/customer-service/standing-rules.ts'
import { mostTemplateSendsADay } from '../../rulebook/official-account/wire-rules.ts'
import { appPartition } from '../../storage/app-places.ts'
import { customerKeys } from '../../storage/customer-places.ts'
import { partsOf, prefixOf } from '../../storage/key.ts'
import { wechatSettings } from '../../storage/official-places.ts'
import type { SenderId } from '../../world.ts'
import { chinaDay, chinaMonth } from '../china-time.ts'
import { dayOf, resetsPerMonth } from './quota.ts'
import { templateSendKeys } from './send-places.ts'

/** What of a number was used, and how large it is. */
export interface Used {
  readonly used: number
  readonly most: number
}

/** 45009: what an account may still do on this calendar day, and how often it may begin anew this month (UTC+8). */
export interface Quotas {
  readonly templates: Used
  readonly customerService: Used
  readonly resets: Used
}

/** Messages that one person agreed to get by one template. */
export interface SubscriptionLeft {
  readonly templateId: string
  readonly left: number
}

export async function quotas(core: Core, sender: SenderId): Promise<Quotas> {
  const settings = (await worldValue(core, wechatSettings)) ?? {}
  const now = core.clock.now()
  return core.transactions.read(appPartition(sender), async (transaction) => {
    const { sends } = await dayOf(transaction, now)
    const customer = await transaction.get(customerKeys.day)
    const resets = await transaction.get(templateSendKeys.resets)
    return {
      templates: { used: sends, most: settings.dailySends ?? mostTemplateSendsADay },
      customerService: {
        used: customer?.day === chinaDay(now) ? customer.sends : 0,
        most: settings.dailyCustomerSends ?? mostCustomerSendsADay,
      },
      resets: { used: resets?.month === chinaMonth(now) ? resets.calls : 0, most: resetsPerMonth },
    }
  })
}

/** By template, at most 200; those that are used up are gone. */
export async function subscriptionsOf(
  { store }: Core,
  sender: SenderId,
  openid: string,
): Promise<readonly SubscriptionLeft[]> {
  const rows = await store.scan(appPartition(sender), { prefix: prefixOf('subscribed', openid), max: 200 })
  // Only `templateSendKeys.subscribed` writes below this prefix.
  return rows.map(({ key, value }) => ({ templateId: partsOf(key).at(-1) ?? '', left: value as number }))
}
