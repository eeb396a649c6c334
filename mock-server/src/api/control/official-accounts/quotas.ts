import { type Answer, read } from '../../answer.ts'
import type { RequestContext, Route } from '../../route.ts'
import { missing } from '../outcomes.ts'
import { idOf } from '../senders.ts'
import { accountOf } from './account-of.ts'

const path = '/control/v1/official-accounts/:id'

/** What an account has left: of the day (45009), and of what a person subscribed to (43101). */
export const quotaRoutes: readonly Route[] = [
  { id: 'control.official-accounts.quotas', method: 'GET', path: `${path}/quotas`, handle: quotas },
  {
    id: 'control.official-accounts.followers.subscriptions',
    method: 'GET',
    path: `${path}/followers/:openid/subscriptions`,
    handle: subscriptions,
  },
]

async function quotas({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  return 'answer' in found ? found.answer : read(await platform.official.sends.quotas(id))
}

async function subscriptions({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { openid = '' } = params
  if (!(await platform.official.person(id, openid)))
    return missing('the person with the openid', { id: openid, mend: 'Give a person that recipient id first.' })
  return read({ subscriptions: await platform.official.sends.subscriptions(id, openid) })
}
