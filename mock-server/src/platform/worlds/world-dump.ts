import type { Key } from '../storage/key.ts'
import { officialKeys, officialPartition, wechatSettings } from '../storage/official-places.ts'
import { personKeys, personPartition } from '../storage/person-places.ts'
import { type ClockState, storeFormat, worldKeys, worldPartition } from '../storage/world-places.ts'
import type { PartitionDump, StoreDump } from '../store.ts'
import type { SenderRecord } from '../world.ts'
import type { LoadedAccount } from './decode-official.ts'
import type { WorldState } from './decode-state.ts'
import type { LoadedWorld } from './decode-world.ts'

type Values = Map<string, unknown>

/** The whole store of a platform that starts with this world. */
export function dumpOf(
  world: LoadedWorld,
  options: { readonly epoch: string; readonly clock: ClockState; readonly state: WorldState | undefined },
): StoreDump {
  const partitions = new Map<string, PartitionDump>()
  for (const each of options.state?.partitions ?? []) partitions.set(each.partition, each)
  for (const each of usesOf(world)) {
    const { base, entries, values } = partitions.get(each.partition) ?? each
    const others = values.filter(([key]) => !key.startsWith(personKeys.uses))
    partitions.set(each.partition, { partition: each.partition, base, entries, values: [...others, ...each.values] })
  }
  for (const each of world.officialAccounts.map(officialOf)) {
    const { values = [] } = partitions.get(each.partition) ?? {}
    partitions.set(each.partition, { ...each, values: [...values, ...each.values] })
  }
  partitions.set(worldPartition, partitionOf(worldPartition, worldValues(world, options)))
  return [...partitions.values()]
}

function partitionOf(partition: string, values: Values): PartitionDump {
  return { partition, values: [...values], base: 0, entries: [] }
}

function usesOf({ uses, persons }: LoadedWorld): readonly PartitionDump[] {
  const byPerson = new Map<string, Values>(persons.map(({ id }) => [id, new Map()]))
  for (const { person, sender, at } of uses) {
    const values = byPerson.get(person)
    if (values) put(values, personKeys.lastUsedAt(sender), at)
  }
  return [...byPerson].map(([id, values]) => partitionOf(personPartition(id), values))
}

function officialOf({ account, followers, templates }: LoadedAccount): PartitionDump {
  const values: Values = new Map()
  put(values, officialKeys.account, account)
  for (const follower of followers) put(values, officialKeys.follower(follower.openid), follower)
  if (templates.length > 0) put(values, officialKeys.templates, templates)
  return partitionOf(officialPartition(account.sender), values)
}

function worldValues(
  world: LoadedWorld,
  {
    epoch,
    clock,
    state,
  }: { readonly epoch: string; readonly clock: ClockState; readonly state: WorldState | undefined },
): Values {
  const { name, seed } = world
  const values: Values = new Map()
  const numbers = numbersOf(world.senders, state)
  const lastNumber = Math.max(0, ...numbers.values())
  put(values, worldKeys.meta, { format: storeFormat, name, epoch, ...(seed !== undefined && { seed }), lastNumber })
  put(values, worldKeys.clock, clock)
  for (const record of world.senders) putSender(values, record, numbers.get(record.id) ?? 0)
  for (const person of world.persons) {
    put(values, worldKeys.person(person.id), person)
    for (const { account, id } of person.recipientIds)
      put(values, worldKeys.personByRecipientId(account, id), person.id)
  }
  for (const template of world.templates) put(values, worldKeys.template(template.code), template)
  for (const grant of world.accessTokens) put(values, worldKeys.accessToken(grant.token), grant)
  for (const { token, expiresAt = Number.MAX_SAFE_INTEGER, ...session } of world.sessions)
    put(values, worldKeys.session(token), { ...session, expiresAt })
  for (const client of world.clients) put(values, worldKeys.client(client.id), client)
  for (const consent of world.consents) put(values, worldKeys.consent(consent), consent)
  for (const { code, ...source } of world.authCodes) put(values, worldKeys.authCode(code), source)
  for (const { token, ...source } of world.refreshTokens) put(values, worldKeys.refreshToken(token), source)
  if (world.miniapp || world.ruleSets.length > 0)
    put(values, worldKeys.miniapp, { settings: world.miniapp ?? {}, ruleSets: world.ruleSets })
  if (world.openApi) put(values, worldKeys.openApi, world.openApi)
  if (world.wechat) put(values, wechatSettings, world.wechat)
  for (const webhook of world.webhooks) put(values, worldKeys.webhook(webhook.id), webhook)
  if (world.superApp) put(values, worldKeys.superApp, world.superApp)
  return values
}

function putSender(values: Values, record: SenderRecord, number: number): void {
  put(values, worldKeys.sender(record.id), { record, number })
  put(values, worldKeys.senderByNumber(number.toString(36)), record.id)
  put(values, worldKeys.senderByWireId(record.platform, record.wireId), record.id)
}

/** Numbers that an export gave stay; others follow. */
function numbersOf(senders: readonly SenderRecord[], state: WorldState | undefined): ReadonlyMap<string, number> {
  const numbers = new Map(state?.numbers)
  for (const { id } of senders) if (!numbers.has(id)) numbers.set(id, Math.max(0, ...numbers.values()) + 1)
  return numbers
}

function put<Value>(values: Values, key: Key<Value>, value: Value): void {
  values.set(key.text, value)
}
