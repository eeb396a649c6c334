import type { Core } from '../../core.ts'
import { worldValue } from '../../directory/world-rows.ts'
import type { SendAttempt, Stated } from '../../rulebook/official-account/send-attempt.ts'
import { appPartition } from '../../storage/app-places.ts'
import { canonical } from '../../storage/canonical.ts'
import { digestOf } from '../../storage/digest.ts'
import { officialKeys, officialPartition } from '../../storage/official-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { worldKeys } from '../../storage/world-places.ts'
import type { Person, SenderRecord } from '../../world.ts'
import { accountNow } from '../account-now.ts'
import { dayOf } from './quota.ts'
import { templateSendKeys } from './send-places.ts'
import type { TemplateMessage } from './template-sends.ts'

/** A send with all that is known of it before it is judged. */
export interface LookedSend {
  readonly request: TemplateMessage
  readonly attempt: SendAttempt
  readonly senderNumber: number
  readonly person?: Person
}

/** Throws `RangeError` for an unknown account. */
export async function lookAtSend(core: Core, request: TemplateMessage): Promise<LookedSend> {
  const { sender: id, openid, templateId } = request
  const seen = await core.transactions.read(officialPartition(id), async (transaction) => {
    await transaction.load([officialKeys.account, officialKeys.follower(openid), officialKeys.templates])
    const now = await accountNow(core, transaction, id)
    const follower = await transaction.get(officialKeys.follower(openid))
    const templates = (await transaction.get(officialKeys.templates)) ?? []
    return { now, follower, template: templates.find((each) => each.id === templateId) }
  })
  const { now, follower, template } = seen
  const row = await worldValue(core, worldKeys.sender(id))
  const person = await personOf(core, now.sender, openid)
  const kept = await core.transactions.read(appPartition(id), (transaction) => keptOf(transaction, request, now.now))
  const attempt: SendAttempt = {
    ...now,
    openid,
    isKnown: person !== undefined,
    ...(follower && { follower }),
    templateId,
    ...(template && { template }),
    ...(request.miniProgram && { miniProgram: await miniProgramOf(core, request.miniProgram) }),
    data: request.data,
    stated: { ...statedOf(request), ...kept.declared },
    subject: request.subject ?? subjectOf(request.data),
    told: kept.told,
    day: kept.day,
  }
  return { request, attempt, senderNumber: row?.number ?? 0, ...(person && { person }) }
}

async function keptOf(transaction: Transaction, { openid, templateId, circumstance }: TemplateMessage, now: number) {
  const declared = await transaction.get(templateSendKeys.circumstance(templateId))
  const isOpen = circumstance === undefined && declared !== undefined && now < declared.untilAt
  return {
    told: (await transaction.get(templateSendKeys.told(openid, templateId))) ?? [],
    day: await dayOf(transaction, now),
    declared: isOpen ? { circumstance: declared.text } : {},
  }
}

function statedOf({ trigger, circumstance }: TemplateMessage): Stated {
  return { ...(trigger && { trigger }), ...(circumstance !== undefined && { circumstance }) }
}

async function personOf(core: Core, sender: SenderRecord, openid: string): Promise<Person | undefined> {
  const id = await worldValue(core, worldKeys.personByRecipientId(sender.account, openid))
  return id === undefined ? undefined : worldValue(core, worldKeys.person(id))
}

async function miniProgramOf(
  core: Core,
  asked: NonNullable<TemplateMessage['miniProgram']>,
): Promise<NonNullable<SendAttempt['miniProgram']>> {
  const id = await worldValue(core, worldKeys.senderByWireId('wechat', asked.appId))
  const row = id === undefined ? undefined : await worldValue(core, worldKeys.sender(id))
  return { ...asked, ...(row && { sender: row.record }) }
}

/** Two messages with the same values between first line and remark are about the same. */
function subjectOf(data: TemplateMessage['data']): string {
  if (data === 'malformed') return ''
  const { first: _, remark: __, ...middle } = data
  return digestOf(canonical(middle))
}
