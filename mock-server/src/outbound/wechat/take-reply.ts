import type { PushEvent, PushFact } from '../../platform/official-account/push.ts'
import type { Platform } from '../../platform/platform.ts'
import type { PassiveReply } from './passive-reply.ts'

/** What waits for an answer in a chat; events do not. */
const messages: ReadonlySet<PushFact['kind']> = new Set(['text', 'media', 'location', 'link'])

/** Puts a passive reply into the user's inbox; no answer, or one that is none, shows the user that the service is unavailable. */
export async function takeReply(platform: Platform, event: PushEvent, reply: PassiveReply | undefined): Promise<void> {
  const { sender, openid, fact } = event
  if (reply?.kind === 'message' && reply.to === openid) {
    await platform.customerService.reply(sender, openid, reply.content)
    return
  }
  const isNone = !reply || reply.kind === 'malformed' || reply.kind === 'message'
  if (isNone && messages.has(fact.kind)) await platform.customerService.unavailable(sender, openid)
}
