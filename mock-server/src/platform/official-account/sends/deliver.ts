import { type Jump, parseQuery, type TemplateMessage } from '@minibell/protocol'
import type { Core } from '../../core.ts'
import { addItem } from '../../inbox/add-item.ts'
import { draftOf } from '../../inbox/draft.ts'
import { pageOf } from '../../rulebook/official-account/wire-rules.ts'
import { personKeys, personPartition } from '../../storage/person-places.ts'
import type { TemplateStatus } from '../push.ts'
import type { LookedSend } from './look.ts'
import { linesOf } from './placeholders.ts'

/** Puts the message on top of the recipient's inbox, unless they refuse messages; answers what the developer is told. */
export async function deliver(core: Core, send: LookedSend, itemId: string): Promise<TemplateStatus> {
  const { attempt, person } = send
  const { template, follower, sender } = attempt
  if (follower?.refuses) return 'failed:user block'
  if (!person || !template || follower?.unreachable) return 'failed: system failed'
  return core.transactions.write(personPartition(person.id), async (transaction): Promise<TemplateStatus> => {
    if ((await transaction.get(personKeys.offsetOf(itemId))) !== undefined) return 'success'
    const draft = await draftOf(transaction)
    const { muted } = await draft.senderAsKept(sender.id)
    if (muted || draft.head.pushOff) return 'failed:user block'
    const message = messageOf(send)
    await addItem(draft, sender, { id: itemId, message, placement: 'list', sentAt: core.clock.now() })
    draft.save()
    return 'success'
  })
}

/** As it is shown; without a template an empty one. */
export function messageOf({ request, attempt }: LookedSend): TemplateMessage {
  const { template, data, settings } = attempt
  const values = Object.fromEntries(
    Object.entries(data === 'malformed' ? {} : data).map(([key, value]) => [key, value ?? '']),
  )
  const stripped = settings.stripped ?? false
  const jump = attempt.account.overseas ? undefined : jumpOf(request.url, attempt.miniProgram)
  return {
    kind: 'template',
    title: template?.title ?? '',
    lines: template ? linesOf(template, values, { stripped }) : [],
    ...(jump && { jump }),
  }
}

/** Both: the mini-program wins. One that this platform does not know leaves the address. */
function jumpOf(url: string | undefined, miniProgram: LookedSend['attempt']['miniProgram']): Jump | undefined {
  const target = miniProgram?.sender
  if (miniProgram && target) {
    const path = pageOf(miniProgram.pagePath)
    const query = /\?([^#]*)/.exec(miniProgram.pagePath)?.[1] ?? ''
    const home = target.pages[0]?.path
    const page = path === '' ? home : path
    if (page !== undefined) return { kind: 'page', sender: target.id, path: page, query: parseQuery(query) }
  }
  return url !== undefined && /^https?:\/\/\S+$/i.test(url) ? { kind: 'web', url } : undefined
}
