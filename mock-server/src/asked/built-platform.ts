import { type VirtualTime, virtualTime } from '@minibell/ports'
import type { Change } from '@minibell/protocol'
import { createPlatform, type PlatformOptions } from '../platform/index.ts'
import type { DeliverySession, Platform, Scope, SendOutcome } from '../platform/platform.ts'
import type { StorePort } from '../platform/store.ts'
import type { Verdict } from '../platform/verdict.ts'
import type { Person, SenderRecord, Template, World } from '../platform/world.ts'
import { memoryStore } from '../store/memory.ts'

export { memoryStore }

/** A platform of its own with a small world: senders `bills`, `taxi` (miniapp) and `shop` (open-api), person `ada` and others. */
export interface BuiltPlatform extends Platform {
  readonly time: VirtualTime
  readonly store: StorePort
  session(person?: string, sender?: string): Promise<DeliverySession>
  /** A service message of `bills`, or another; answers the one outcome or the denial of the whole. */
  send(options?: ServiceOptions): Promise<SendOutcome>
  /** The verdict against a send that must be refused. */
  denial(options?: ServiceOptions): Promise<Verdict>
  /** Everything in a person's log, as the session sees it. */
  log(session: DeliverySession): Promise<readonly Change[]>
}

export interface ServiceOptions {
  readonly sender?: string
  readonly to?: string
  readonly title?: string
  readonly jumpUrl?: string
  readonly requestId?: string
  readonly expiresAt?: number
}

export const startAt = 1_767_225_600_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

export async function builtPlatform(
  options: Partial<PlatformOptions> & { time?: VirtualTime } = {},
): Promise<BuiltPlatform> {
  const { time = virtualTime({ startAt }), store = memoryStore(), ...others } = options
  const platform = await createPlatform({ store, clock: time, timers: time, world: aWorld(), ...others })
  const send = (asked: ServiceOptions = {}) => sendOne(platform, asked)
  return {
    ...platform,
    time,
    store,
    session: (person = 'ada', sender) => sessionOf(platform, person, sender),
    send,
    async denial(asked) {
      const outcome = await send(asked)
      if (outcome.accepted) throw new Error('The send was accepted.')
      return outcome.verdict
    },
    log: (session) => logOf(platform, session),
  }
}

/** A platform in which much has happened. */
export async function livedPlatform(): Promise<BuiltPlatform> {
  const platform = await builtPlatform()
  const first = await platform.send({ requestId: 'r1' })
  await platform.send({ sender: 'taxi', expiresAt: startAt + 5 * dayMs })
  await platform.sends.sendTemplate(aTemplateSend())
  await platform.sends.sendTemplate(aTemplateSend({ requestId: 'r2', templateCode: 'T_SMS' }))
  await platform.clock.advance(4 * dayMs)
  await platform.send()
  const session = await platform.session()
  const itemId = first.accepted ? first.itemId : ''
  await platform.delivery.receive(session, [{ receiptId: 'a', kind: 'opened', itemId, agoMs: 0 }], 'd1')
  await platform.delivery.receive(session, [{ receiptId: 'b', kind: 'seen', all: { upTo: 5 }, agoMs: 0 }], 'd1')
  await platform.directory.setMuted('ada', 'taxi', true)
  return platform
}

/** `people`: how many persons there are besides ada, named p1, p2 … with recipient ids u_p1, u_p2 … All used everything just now. */
export function aWorld(options: { readonly people?: number } & Partial<World> = {}): World {
  const { people = 2, ...others } = options
  const persons = [aPerson('ada'), ...Array.from({ length: people }, (_, index) => aPerson(`p${index + 1}`))]
  const senders = [aSender('bills'), aSender('taxi'), aSender('shop', { platform: 'open-api' })]
  return {
    format: 'minibell-world',
    version: 1,
    name: 'built',
    senders,
    persons,
    uses: persons.flatMap(({ id }) => senders.map((sender) => ({ person: id, sender: sender.id, at: '-P0D' }))),
    templates: [aTemplate('T_INBOX'), aTemplate('T_PUSH', { channel: 'PUSH' }), aTemplate('T_SMS', { channel: 'SMS' })],
    accessTokens: persons.map(({ id }) => ({
      token: `token-${id}`,
      person: id,
      sender: 'shop',
      expiresAt: '+P30D',
      scopes: ['SEND_MESSAGE'],
    })),
    sessions: [],
    ...others,
  }
}

export function aSender(id: string, fields: Partial<SenderRecord> = {}): SenderRecord {
  return {
    id,
    kind: 'mini-program',
    platform: 'miniapp',
    wireId: `mp_${id}`,
    name: `The ${id}`,
    account: 'acme',
    accountKind: 'enterprise',
    capability: 'granted',
    pages: [
      { path: 'pages/home', title: 'Home', tab: true },
      { path: 'pages/detail', title: 'Detail' },
    ],
    status: 'available',
    ...fields,
  }
}

export function aPerson(id: string, fields: Partial<Person> = {}): Person {
  const recipientIds = [{ account: 'acme', id: `u_${id}` }]
  return { id, name: `Person ${id}`, language: 'en-KE', timeZone: 'Africa/Nairobi', recipientIds, ...fields }
}

export function aTemplate(code: string, fields: Partial<Template> = {}): Template {
  return {
    code,
    sender: 'shop',
    channel: 'INBOX',
    name: code,
    status: 'approved',
    defaultLanguage: 'en-US',
    texts: {
      'en-US': { title: 'Order ${order}', content: 'Hello ${who}, order ${order} is on its way.' },
      'fr-FR': { title: 'Commande ${order}', content: 'Bonjour ${who}, la commande ${order} arrive.' },
    },
    ...fields,
  }
}

/** A template send to ada that every rule lets pass. */
export function aTemplateSend(fields: Partial<Parameters<Platform['sends']['sendTemplate']>[0]> = {}) {
  const request = {
    client: 'c1',
    sender: 'shop',
    accessToken: 'token-ada',
    requestId: 'r1',
    templateCode: 'T_INBOX',
    redirectUrl: 'pages/detail?id=1',
    templates: [{ language: 'en-US', parameters: { who: 'Ada', order: '7' } }],
    ...fields,
  }
  return { body: { ...request }, ...request }
}

async function sessionOf({ delivery }: Platform, person: string, sender?: string): Promise<DeliverySession> {
  const scope: Scope = sender === undefined ? { kind: 'host' } : { kind: 'sender', sender }
  return delivery.openSession({ person, scope, lifeMs: 1_000 * dayMs })
}

async function sendOne({ sends }: Platform, asked: ServiceOptions): Promise<SendOutcome> {
  const { sender = 'bills', to = 'u_ada', title = 'Your bill', jumpUrl = 'pages/detail?id=1', ...others } = asked
  const content = { title, content: 'It is due on Friday.', jumpUrl }
  const answer = await sends.sendService({ sender, recipientIds: [to], content, ...others })
  if ('whole' in answer) return { accepted: false, verdict: answer.whole, explanation: answer.explanation }
  const [first] = answer.outcomes
  if (!first) throw new Error('A send to one has one outcome.')
  return first.outcome
}

async function logOf({ delivery }: Platform, session: DeliverySession): Promise<readonly Change[]> {
  const { epoch } = await delivery.position(session)
  const changes: Change[] = []
  for (let offset = 0; ; ) {
    const page = await delivery.changes(session, { epoch, offset, max: 1_000 })
    changes.push(...page.changes)
    offset = page.to
    if (page.to >= page.top) return changes
  }
}
