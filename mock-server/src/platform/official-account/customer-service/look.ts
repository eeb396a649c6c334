import type { Core } from '../../core.ts'
import { conductRules } from '../../rulebook/customer-service/conduct-rules.ts'
import type { CustomerAttempt } from '../../rulebook/customer-service/customer-attempt.ts'
import { dailyRule, standingRules } from '../../rulebook/customer-service/standing-rules.ts'
import { windowRules } from '../../rulebook/customer-service/window-rules.ts'
import { appPartition } from '../../storage/app-places.ts'
import { customerKeys } from '../../storage/customer-places.ts'
import type { SenderId, SenderRecord } from '../../world.ts'
import { chinaDay } from '../china-time.ts'
import { plainText } from './anchors.ts'
import { type CustomerContent, mediaOf } from './content.ts'
import { textOf } from './customer-message.ts'
import type { CustomerSend } from './customer-service.ts'
import { type Parties, partiesOf, programOf, userOf } from './parties.ts'
import { mediaNow } from './uploaded-media.ts'

/** A send with all that the rules look at. */
export interface LookedAt extends Parties {
  readonly attempt: CustomerAttempt
  /** The mini-program that the content leads to, where the platform knows it. */
  readonly program?: SenderRecord
}

/** In the order of checks: who, to whom, is there room, how many today; conduct refuses nothing. */
export const customerRules = [...standingRules, ...windowRules, dailyRule, ...conductRules]

export async function lookAtCustomer(core: Core, send: CustomerSend): Promise<LookedAt> {
  const { sender, openid, content } = send
  const parties = await partiesOf(core, sender, openid)
  const appId = programIn(content)
  const program = appId === undefined ? undefined : await programOf(core, appId)
  const now = core.clock.now()
  const media = await mediaNow(core, parties.account, { ids: mediaOf(content), now })
  const known = new Set(media.map(({ id }) => id))
  const attempt: CustomerAttempt = {
    now,
    sender: parties.row.record,
    account: parties.account,
    settings: parties.settings,
    openid,
    ...(parties.person && { person: parties.person }),
    ...(parties.follower && { follower: parties.follower }),
    content,
    unknownMedia: mediaOf(content).filter((id) => !known.has(id)),
    ...(program && { programPages: program.pages.map(({ path }) => path) }),
    ...(await userOf(core, parties.person, sender)),
    sentToday: await sentToday(core, sender, now),
    text: textOf(content),
  }
  return { ...parties, account: { ...parties.account, media }, attempt, ...(program && { program }) }
}

function programIn(content: CustomerContent): string | undefined {
  if (content.type === 'miniprogrampage') return content.program
  return content.type === 'text' ? plainText(content.text).link?.program : undefined
}

async function sentToday(core: Core, sender: SenderId, now: number): Promise<number> {
  const kept = await core.transactions.read(appPartition(sender), (transaction) => transaction.get(customerKeys.day))
  return kept?.day === chinaDay(now) ? kept.sends : 0
}
