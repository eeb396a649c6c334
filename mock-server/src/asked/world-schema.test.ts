import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WorldError } from '../index.ts'
import { decodeWorld } from '../platform/worlds/decode-world.ts'
import { ask, demo, demoMock, sendPath, service, startAt } from './asked.ts'
import { faultsOf } from './json-schema.ts'

const schema: unknown = JSON.parse(readFileSync(new URL('../../worlds/world.schema.json', import.meta.url), 'utf8'))

const key = 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ'.padEnd(216, 'A')
const grant = { person: 'amina', sender: 'soko', scopes: ['SEND_MESSAGE'], expiresAt: '+P1D', used: true }

const numbers = {
  rate: { messages: 1, perMs: 1 },
  frequency: { mode: 'rolling', days: 3 },
  recency: { mode: 'calendar', days: 30, boundary: 'exclusive' },
  recipients: 1,
  quietHours: { from: '22:00', to: '07:30', timeZone: 'Africa/Nairobi' },
  calls: { calls: 1, perMs: 1 },
  signatures: 'off',
  files: { recipients: 1, perSecond: 1 },
  content: { titleMax: 1, warnAbove: 1, max: 1 },
  similarity: { days: 1, threshold: 0.5, warnAt: 2, refuseAt: 3 },
  severities: { 'MA-9.content': 'deny' },
  governance: {
    automatic: true,
    windowDays: 1,
    weights: { content: 1, repetition: 1, false: 1, promotion: 1, harassment: 1, inappropriate: 1 },
    degrees: { minor: 1, serious: 1, grave: 1 },
    reports: { harassing: 1, false: 1, marketing: 1, other: 0.5 },
    ladder: [{ points: 1, step: 'disabled', days: 7 }],
  },
}

/** A world with every member that there is. */
const full = {
  $schema: './world.schema.json',
  ...(demo as { readonly senders: readonly object[] }),
  senders: (demo as { readonly senders: readonly object[] }).senders.map((sender) => ({
    ...sender,
    disabledUntil: 1,
    reason: 'Links.',
    accessKeySecret: 'secret',
    pages: [{ path: 'pages/home/index', title: 'Home', topics: ['bills'] }],
  })),
  miniapp: numbers,
  ruleSets: [
    { name: 'miniapp-messages', version: '2', effectiveAt: 1, bulletin: { en: 'New.', zh: '新' }, numbers: {} },
  ],
  clock: { at: '2026-03-02T12:00:00Z', running: false },
  clients: [{ id: 'merchant', keys: [{ version: 1, publicKey: key }], senders: ['soko'] }],
  openApi: {
    profile: 'source',
    signatures: 'when-present',
    skewMs: 1,
    rate: { messages: 1, perMs: 1 },
    frequency: { messages: 1, perMs: 1 },
    trafficStatus: 'F',
  },
  consents: [{ person: 'amina', sender: 'soko', channel: 'INBOX', agreed: true }],
  authCodes: [{ code: 'code', ...grant }],
  refreshTokens: [{ token: 'refresh', ...grant }],
  superApp: { url: 'https://host.test/callback' },
  webhooks: [
    {
      id: 'orders',
      url: 'https://shop.test/hook?x=1',
      secret: 'sixteen-or-longer',
      sender: 'soko',
      events: ['receipt.read'],
    },
  ],
  officialAccounts: [
    {
      sender: 'jirani',
      secret: 'secret',
      originalId: 'gh_3e9b7c21d5a4',
      type: 'service',
      verified: true,
      payment: true,
      overseas: false,
      registeredAt: '2021-04-06T08:00:00Z',
      plugin: 'open',
      industries: [1, 2],
      industriesChangedAt: 1,
      miniPrograms: ['wx2b8e46d07fa19c53'],
      recycled: ['TM00001'],
      push: {
        url: 'https://developer.test/',
        token: 'token',
        aesKey: 'a'.repeat(43),
        mode: 'encrypted',
        format: 'xml',
      },
      customerSwitchAt: 1,
      followers: [
        {
          openid: 'oJ7rn4minaBqT2x0XcWvEd81Kp5s',
          followedAt: '-P1D',
          unfollowedAt: 1,
          refuses: true,
          unreachable: true,
          blacklisted: true,
          servedAt: '-P1D',
          operations: [{ at: '-P1D', kind: 'purchase', subject: 'order-1' }],
          consents: ['*'],
        },
      ],
      templates: [
        {
          id: 'a'.repeat(43),
          libraryId: 'TM00001',
          form: 'historical',
          title: 'Purchase notification',
          class: 'instant',
          kind: 'purchase',
          disaster: true,
          industries: [1],
          content: 'Order: {{keyword1.DATA}}',
          keywords: [{ name: 'Order', key: 'thing1', values: ['one'], example: '1' }],
          example: 'Order: 1',
          addedAt: '-P1D',
          nonCompliant: 'It promotes.',
        },
      ],
    },
  ],
  wechat: {
    profile: 'source',
    neverServed: 'part-V',
    dailySends: 1,
    zeroMsgIds: true,
    stripped: true,
    endings: 'literal',
    payment: 'none',
    pushAttempts: 3,
    penalties: { ...numbers.governance, repeats: { count: 3, hours: 24 }, recycleAt: 3 },
  },
}

async function faultOf(world: unknown): Promise<WorldError | undefined> {
  try {
    // Thousands of worlds: what an import checks, without the platform around it.
    decodeWorld(world, startAt)
    return undefined
  } catch (error) {
    if (error instanceof WorldError) return error
    throw error
  }
}

test('the demo world, a full one and an export are what the schema says', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const exported = JSON.parse(JSON.stringify(await mock.platform.worlds.export()))
  for (const world of [demo, full, exported]) {
    expect(faultsOf(schema, world)).toEqual([])
    expect(await faultOf(world)).toBeUndefined()
  }
})

/** Every world that differs from this one in one place: a member gone, or another value in it. */
function* spoilt(
  value: unknown,
  put: (value: unknown) => unknown,
  path: string,
): Generator<readonly [string, unknown]> {
  for (const other of [undefined, null, 7, -1, 1.5, '', 'x', 'x'.repeat(70_000), true, [], {}, '\u0001'])
    if (!(other === undefined && path.endsWith(']')))
      yield [`${path} is ${JSON.stringify(other)?.slice(0, 9)}`, put(other)]
  if (Array.isArray(value))
    for (const [at, item] of value.slice(0, 1).entries())
      yield* spoilt(item, (next) => put(value.map((old, index) => (index === at ? next : old))), `${path}[${at}]`)
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value))
      yield* spoilt(member, (next) => put({ ...value, [name]: next }), `${path}.${name}`)
}

/** What only the whole shows: names that name nobody, time zones, keys, instants that are no day of any calendar. */
const isBeyondSchema = ({ message }: WorldError): boolean =>
  /the id of a |one that no other has|IANA time zone|an RSA public key|exports? wrote/.test(message)

test('whatever one place of a world holds, schema and platform agree', async () => {
  const { state: _, ...world } = full as Record<string, unknown>
  const differing: string[] = []
  let count = 0
  for (const [what, each] of spoilt(world, (next) => next, '$')) {
    if (/^\$(\.state|\.\$schema)/.test(what)) continue
    count += 1
    const fault = await faultOf(each === undefined ? null : each)
    const told = faultsOf(schema, each === undefined ? null : each)
    if (fault ? told.length === 0 && !isBeyondSchema(fault) : told.length > 0)
      differing.push(`${what}: ${fault?.message ?? 'taken'}, ${told}`)
  }
  expect(differing).toEqual([])
  expect(count).toBeGreaterThan(1_000)
})
