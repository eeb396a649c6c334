import { createHash } from 'node:crypto'
import { createMockPlatform, type MockPlatform, memoryStore, type StorePort } from '@minibell/mock'
import type { Found } from './endpoints/endpoint.ts'
import { officialSecret } from './official-account.ts'
import { fuzzWorld } from './world.ts'

/** The in-process face, with what the fuzzer looks at. */
export interface Fuzzed {
  readonly mock: MockPlatform
  /** The platform's clock moves 10 ms. */
  tick(): number
  /** How many commits changed the store. */
  revision(): number
  /** Of the exported world without its clock, and of what people have alone. */
  digest(): Promise<{ readonly world: string; readonly inboxes: string }>
  /** Lets happen what is due by now, so that it is not taken for what a request did. */
  settle(): Promise<void>
  /** Back to the start and its time, with what no world can say: one who switched messages off, items, a file and its sends, rare answers of U. */
  reset(seed: number): Promise<Found>
}

/** Where the world of the fuzzer begins: midday in London, night in Auckland. */
const noon = Date.UTC(2026, 2, 2, 12)

export async function fuzzed(publicKey: string): Promise<Fuzzed> {
  const { store, revision } = counted(memoryStore())
  let now = noon
  const mock = await createMockPlatform({ world: fuzzWorld(publicKey), store, clock: { now: () => now } })
  return {
    mock,
    revision,
    tick() {
      now += 10
      return now
    },
    async digest() {
      const { clock: _, ...world } = await mock.platform.worlds.export()
      return { world: hashOf(world), inboxes: hashOf(inboxesOf(world)) }
    },
    settle: async () => void (await mock.platform.texts.of('p1', { max: 1 })),
    async reset(seed) {
      now = noon
      await mock.platform.worlds.reset()
      await mock.platform.directory.setMuted('shut', 'tide', true)
      const found = await prepared(mock)
      await post(mock, 'PUT /control/v1/faults', {
        seed,
        faults: [{ route: 'open-api.*', kind: 'answer', probability: 0.02 }],
      })
      return found
    },
  }
}

/** Ids that only a platform makes: items, a registered message, a file, a send to it that is over and one that is under way. */
async function prepared(mock: MockPlatform): Promise<Found> {
  const content = { title: 'A first word', content: 'Of tide to you.', jumpUrl: 'pages/bill?id=1' }
  const sent = await post(mock, 'POST /miniapp/v1/messages/send', {
    miniappId: 'mp_tide',
    uniqueIds: ['u_p1'],
    message: content,
  })
  const registered = await post(mock, 'POST /miniapp/v1/messages', {
    miniappId: 'mp_tide',
    ...content,
    title: 'Another',
  })
  const file = await post(mock, 'POST /miniapp/v1/files?miniappId=mp_tide', 'uniqueId\nu_p2\nu_p3\nu_old\nu_nobody\n')
  const messageId = registered['messageId'] as string
  const job = { miniappId: 'mp_tide', fileId: file['fileId'], messageId }
  const over = await post(mock, 'POST /miniapp/v1/messages/send-file', job)
  await post(mock, 'POST /control/v1/clock', { advanceMs: 2_000 })
  const running = await post(mock, 'POST /miniapp/v1/messages/send-file', job)
  await post(mock, 'POST /control/v1/senders/tide/violations', { kind: 'harassment', reason: 'Two of them.' })
  const [item] = sent['results'] as readonly { readonly itemId: string }[]
  return {
    items: [item?.itemId ?? ''],
    messageId,
    fileId: String(file['fileId']),
    jobs: [String(over['jobId']), String(running['jobId'])],
    wechatToken: await tokenOf(mock),
  }
}

/** Of harbour, whose users wrote to it just now. */
async function tokenOf(mock: MockPlatform): Promise<string> {
  for (let place = 0; place < 40; place += 1)
    await post(mock, `POST /control/v1/official-accounts/harbour/followers/o_p${place}/actions`, {
      kind: 'text',
      content: 'Hello',
    })
  const asked = { grant_type: 'client_credential', appid: 'mp_harbour', secret: officialSecret }
  return String((await post(mock, 'POST /cgi-bin/stable_token', asked))['access_token'])
}

/** What was answered; throws for anything but 200 and code 0. */
async function post(mock: MockPlatform, line: string, body: unknown): Promise<Readonly<Record<string, unknown>>> {
  const [method = 'POST', url = '/'] = line.split(' ')
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  // The method is one of the words above.
  const answer = await mock.http({ method: method as 'POST', url, body: text }).response
  const said = JSON.parse(answer.body)
  if (answer.status !== 200 || (said.code ?? 0) !== 0) throw new Error(`Failed to prepare ${line}: ${answer.body}`)
  return said.data ?? said
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

/** Partitions of persons, as an export lists them. */
function inboxesOf({ state }: { readonly state?: unknown }): unknown {
  // An export of ours has them always.
  const { partitions } = state as { readonly partitions: readonly { readonly partition: string }[] }
  return partitions.filter(({ partition }) => partition.startsWith('person'))
}

function counted(store: StorePort): { readonly store: StorePort; revision(): number } {
  let revision = 0
  return {
    revision: () => revision,
    store: {
      ...store,
      async commit(commit) {
        const outcome = await store.commit(commit)
        if (outcome === 'ok') revision += 1
        return outcome
      },
    },
  }
}
