import type { AccountTemplate, Follower, OfficialAccount, WechatSettings } from '../official-account/records.ts'
import type { AccessGrant } from '../platform.ts'
import { roomPartitions } from '../processes/processes.ts'
import { keyOf, partsOf } from '../storage/key.ts'
import { isRecordKey, officialKeys, officialPartitions, wechatSettings } from '../storage/official-places.ts'
import { personKeys, personPartitions } from '../storage/person-places.ts'
import {
  type MiniappRow,
  type SenderRow,
  type SessionRow,
  type WorldMeta,
  worldKeys,
  worldPartition,
} from '../storage/world-places.ts'
import type { PartitionDump, StoreDump } from '../store.ts'
import type { ClientRecord, Consent, OpenApiSettings, Person, Template, TokenSource, Webhook, World } from '../world.ts'
import type { WorldState } from './decode-state.ts'

/** Everything a store holds as one world. */
export function exportWorld(dump: StoreDump, clock: NonNullable<World['clock']>): World {
  const world = dump.find(({ partition }) => partition === worldPartition)
  const rows = <Value>(prefix: string) => rowsBelow<Value>(world, prefix)
  const meta = rows<WorldMeta>(keyOf('meta').text)[0]?.[1]
  const senders = rows<SenderRow>(worldKeys.senders)
  const state: WorldState = {
    epoch: meta?.epoch ?? '',
    numbers: senders.map(([, { record, number }]) => [record.id, number] as const),
    partitions: dump.filter(isState).map(withoutRecords),
  }
  return {
    format: 'minibell-world',
    version: 1,
    name: meta?.name ?? 'empty',
    clock,
    ...(meta?.seed !== undefined && { seed: meta.seed }),
    senders: senders.map(([, { record }]) => record),
    persons: rows<Person>(worldKeys.persons).map(([, person]) => person),
    uses: dump.flatMap(usesIn),
    templates: rows<Template>(worldKeys.templates).map(([, template]) => template),
    accessTokens: rows<AccessGrant>(worldKeys.accessTokens).map(([key, grant]) => ({ ...grant, token: nameOf(key) })),
    sessions: rows<SessionRow>(worldKeys.sessions).map(([key, row]) => sessionOf(nameOf(key), row)),
    ...tenantOf(rows),
    ...miniappOf(rows<MiniappRow>(worldKeys.miniapp.text)[0]?.[1]),
    ...officialOf(dump, rows<WechatSettings>(wechatSettings.text)[0]?.[1]),
    state,
  }
}

/** Rooms are what serves the platform, not the world. */
function isState({ partition }: PartitionDump): boolean {
  return partition !== worldPartition && !partition.startsWith(roomPartitions)
}

/** Lists that are empty are left out: a world without an open API looks as it always did. */
function tenantOf(
  rows: <Value>(prefix: string) => readonly (readonly [string, Value])[],
): Pick<World, 'clients' | 'openApi' | 'consents' | 'authCodes' | 'refreshTokens' | 'superApp' | 'webhooks'> {
  const [openApi] = rows<OpenApiSettings>(worldKeys.openApi.text)
  const [superApp] = rows<NonNullable<World['superApp']>>(worldKeys.superApp.text)
  const webhooks = rows<Webhook>(worldKeys.webhooks).map(([, webhook]) => webhook)
  const clients = rows<ClientRecord>(worldKeys.clients).map(([, client]) => client)
  const consents = rows<Consent>(worldKeys.consents).map(([, consent]) => consent)
  const authCodes = rows<TokenSource>(worldKeys.authCodes).map(([key, source]) => ({ code: nameOf(key), ...source }))
  const refreshTokens = rows<TokenSource>(worldKeys.refreshTokens).map(([key, source]) => ({
    token: nameOf(key),
    ...source,
  }))
  return {
    ...(clients.length > 0 && { clients }),
    ...(openApi && { openApi: openApi[1] }),
    ...(consents.length > 0 && { consents }),
    ...(authCodes.length > 0 && { authCodes }),
    ...(refreshTokens.length > 0 && { refreshTokens }),
    ...(superApp && { superApp: superApp[1] }),
    ...(webhooks.length > 0 && { webhooks }),
  }
}

function miniappOf(row: MiniappRow | undefined): Pick<World, 'miniapp' | 'ruleSets'> {
  const { settings = {}, ruleSets = [] } = row ?? {}
  return {
    ...(Object.keys(settings).length > 0 && { miniapp: settings }),
    ...(ruleSets.length > 0 && { ruleSets }),
  }
}

function sessionOf(token: string, { expiresAt, ...row }: SessionRow): World['sessions'][number] {
  return { token, ...row, ...(expiresAt < Number.MAX_SAFE_INTEGER && { expiresAt }) }
}

function usesIn(dump: PartitionDump): World['uses'] {
  if (!dump.partition.startsWith(personPartitions)) return []
  const person = nameOf(dump.partition)
  return rowsBelow<number>(dump, personKeys.uses).map(([key, at]) => ({ person, sender: nameOf(key), at }))
}

/** Rows that the world lists as records are not in `state`. */
function withoutRecords(dump: PartitionDump): PartitionDump {
  const listed = dump.partition.startsWith(officialPartitions)
    ? isRecordKey
    : (key: string) => key.startsWith(personKeys.uses)
  return { ...dump, values: dump.values.filter(([key]) => !listed(key)) }
}

function officialOf(dump: StoreDump, wechat: WechatSettings | undefined): Pick<World, 'officialAccounts' | 'wechat'> {
  const officialAccounts = dump.flatMap((each) => {
    const [account] = rowsBelow<OfficialAccount>(each, officialKeys.account.text)
    if (!each.partition.startsWith(officialPartitions) || !account) return []
    const followers = rowsBelow<Follower>(each, officialKeys.followers).map(([, follower]) => follower)
    const [templates] = rowsBelow<readonly AccountTemplate[]>(each, officialKeys.templates.text)
    return { ...account[1], ...(followers.length > 0 && { followers }), ...(templates && { templates: templates[1] }) }
  })
  return { ...(officialAccounts.length > 0 && { officialAccounts }), ...(wechat && { wechat }) }
}

/** The type is that of the keys below the prefix. */
function rowsBelow<Value>(dump: PartitionDump | undefined, prefix: string): readonly (readonly [string, Value])[] {
  const values = dump?.values ?? []
  // Only the key makers of `storage/` write below these prefixes.
  return values.filter(([key]) => key.startsWith(prefix)) as unknown as readonly (readonly [string, Value])[]
}

function nameOf(key: string): string {
  return partsOf(key)[1] ?? ''
}
