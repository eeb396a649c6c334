import type { CustomerMessage } from '@minibell/protocol'
import type { Core } from '../../core.ts'
import type { SenderId } from '../../world.ts'
import { plainText } from './anchors.ts'
import { type CustomerContent, mediaOf } from './content.ts'
import { customerMessage } from './customer-message.ts'
import { type Parties, partiesOf, programOf } from './parties.ts'
import { placeMessage, reserveItem } from './place-message.ts'
import { shownTo } from './send.ts'
import { mediaNow } from './uploaded-media.ts'

interface Addressed {
  readonly sender: SenderId
  readonly openid: string
}

/** A passive reply is part of the user's own exchange: no window is asked for, none is spent. */
export async function deliverReply(
  core: Core,
  { sender, openid, content }: Addressed & { readonly content: CustomerContent },
): Promise<{ readonly itemId: string } | undefined> {
  const parties = await partiesOf(core, sender, openid)
  const appId = content.type === 'text' ? plainText(content.text).link?.program : undefined
  const program = appId === undefined ? undefined : await programOf(core, appId)
  const media = await mediaNow(core, parties.account, { ids: mediaOf(content), now: core.clock.now() })
  const account = { ...parties.account, media }
  return deliver(core, parties, customerMessage(content, shownTo({ ...parties, account, ...(program && { program }) })))
}

/** What the chat shows after a user's message that the developer's server did not answer. */
export async function serviceUnavailable(core: Core, { sender, openid }: Addressed): Promise<void> {
  const parties = await partiesOf(core, sender, openid)
  const isChinese = parties.person?.language.toLowerCase().startsWith('zh') === true
  const text = isChinese
    ? '该公众号提供的服务出现故障，请稍后再试'
    : 'The service of this official account is unavailable. Try again later.'
  await deliver(core, parties, { kind: 'customer', type: 'notice', text })
}

async function deliver(
  core: Core,
  { row, person }: Parties,
  message: CustomerMessage,
): Promise<{ readonly itemId: string } | undefined> {
  if (!person) return undefined
  const reserved = await reserveItem(core, { sender: row, person })
  if ('refused' in reserved) return undefined
  const { itemId } = reserved
  await placeMessage(core, { id: itemId, sender: row, person, message, before: async () => undefined })
  return { itemId }
}
