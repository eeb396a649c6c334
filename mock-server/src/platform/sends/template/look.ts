import type { Core } from '../../core.ts'
import { grantOf, worldValue } from '../../directory/world-rows.ts'
import type { AccessGrant, Sends } from '../../platform.ts'
import { current } from '../../rulebook/miniapp/rate-window.ts'
import type { TemplateAttempt } from '../../rulebook/open-api/template-attempt.ts'
import { requestRules, templateRules } from '../../rulebook/open-api/template-rules.ts'
import { tokenRules } from '../../rulebook/open-api/token-rules.ts'
import { recipientRules, trafficRule } from '../../rulebook/open-api/traffic-rules.ts'
import { appKeys, appPartition } from '../../storage/app-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { worldKeys } from '../../storage/world-places.ts'
import type { OpenApiSettings, Person, PersonId, SenderRecord, Template } from '../../world.ts'
import { type Claimed, digestOfBody, type Held, heldBy } from '../claim.ts'
import { senderOfSend } from '../sender-of-send.ts'

export type TemplateRequest = Parameters<Sends['sendTemplate']>[0]

export interface KeptItem {
  readonly itemId: string
  readonly offset: number
}

/** A send with all that the rules look at. */
export interface TemplateSend {
  readonly request: TemplateRequest
  readonly sender: SenderRecord
  readonly senderNumber: number
  readonly claimed: Claimed<KeptItem>
  readonly held?: Held<KeptItem>
  readonly attempt: TemplateAttempt
  readonly person?: Person
}

/** In the order of checks (facts 1.13). */
export const sendRules = [...tokenRules, ...requestRules, trafficRule, ...templateRules, ...recipientRules]

export async function lookAtTemplate(core: Core, request: TemplateRequest): Promise<TemplateSend> {
  const { record: sender, number: senderNumber } = await senderOfSend(core, request.sender)
  const grant = await grantOf(core, request.accessToken)
  const person = grant && (await worldValue(core, worldKeys.person(grant.person)))
  const template = await worldValue(core, worldKeys.template(request.templateCode))
  const claimed = claimOf(request, grant)
  const held = await core.transactions.read(appPartition(sender.id), (transaction) => heldBy(transaction, claimed))
  const attempt: TemplateAttempt = {
    now: core.clock.now(),
    sender,
    ...(grant && { grant }),
    ...(held && { held }),
    templateCode: request.templateCode,
    ...(template?.sender === sender.id && { template }),
    ...(request.redirectUrl !== undefined && { redirectUrl: request.redirectUrl }),
    templates: request.templates,
    ...(await trafficOf(core, { request, sender, person, channel: template?.channel })),
  }
  return { request, sender, senderNumber, claimed, ...(held && { held }), attempt, ...(person && { person }) }
}

async function trafficOf(
  core: Core,
  {
    request,
    sender,
    person,
    channel,
  }: {
    readonly request: TemplateRequest
    readonly sender: SenderRecord
    readonly person: Person | undefined
    readonly channel: Template['channel'] | undefined
  },
): Promise<Pick<TemplateAttempt, 'settings' | 'subscribed' | 'asked' | 'often'>> {
  const settings = { ...request.settings, ...(await worldValue(core, worldKeys.openApi)) }
  const consent =
    person && channel && (await worldValue(core, worldKeys.consent({ person: person.id, sender: sender.id, channel })))
  const windows = await core.transactions.read(appPartition(sender.id), (transaction) =>
    windowsOf(transaction, { settings, person: person?.id, now: core.clock.now() }),
  )
  return { settings, subscribed: consent?.agreed ?? true, ...windows }
}

/** What counts against rate and frequency at `now`; empty where there is no bound. */
export async function windowsOf(
  transaction: Transaction,
  {
    settings: { rate, frequency },
    person,
    now,
  }: { readonly settings: OpenApiSettings; readonly person: PersonId | undefined; readonly now: number },
): Promise<Pick<TemplateAttempt, 'asked' | 'often'>> {
  const asked = rate ? current((await transaction.get(appKeys.rate)) ?? [], now, rate) : []
  const often =
    frequency && person !== undefined
      ? current((await transaction.get(appKeys.often(person))) ?? [], now, frequency)
      : []
  return { asked, often }
}

/** OA-9: the body with the person in the token's place, so that a retry after a token refresh is the same. */
function claimOf({ client, requestId, body }: TemplateRequest, grant: AccessGrant | undefined): Claimed<KeptItem> {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  const compared = isObject && grant && 'accessToken' in body ? { ...body, accessToken: grant.person } : body
  return { key: appKeys.claim('template', client, requestId), requestId, body: digestOfBody(compared) }
}
