import { isDeepStrictEqual } from 'node:util'

interface Size {
  readonly senders: number
  readonly persons: number
}

/** Mini-programs `m0` …, persons `p0` … who used all of them just now, each with a session token `session-p0`. */
export function manyWorld({ senders, persons }: Size): unknown {
  const programs = Array.from({ length: senders }, (_, at) => `m${at}`)
  const people = Array.from({ length: persons }, (_, at) => `p${at}`)
  return {
    format: 'minibell-world',
    version: 1,
    name: 'many',
    seed: 1,
    senders: programs.map((id) => ({
      id,
      kind: 'mini-program',
      platform: 'miniapp',
      wireId: id,
      name: id,
      account: 'one',
      accountKind: 'enterprise',
      capability: 'granted',
      status: 'available',
      pages: [{ path: 'pages/home/index', title: 'Home' }],
    })),
    persons: people.map((id) => ({
      id,
      name: id,
      language: 'en',
      timeZone: 'UTC',
      recipientIds: [{ account: 'one', id }],
    })),
    uses: people.flatMap((person) => programs.map((sender) => ({ person, sender, at: '-PT1H' }))),
    templates: [],
    accessTokens: [],
    sessions: people.map((person) => ({ token: `session-${person}`, person, scope: { kind: 'host' } })),
  }
}

/** Sends, receipts and pulls that go on until the platform is gone, and remember what it answered. */
export interface Load {
  run(api: string): Promise<void>
  /** Throws when something that was answered is not there, is there twice, or is answered in another way. `news`: of what was sent since it was called last. */
  verify(api: string, what: 'news' | 'all'): Promise<void>
  counts(): { readonly sends: number; readonly receipts: number; readonly broken: number }
}

interface Sent {
  readonly body: { readonly requestId: string; readonly miniappId: string; readonly uniqueIds: readonly string[] }
  readonly person: string
  /** Absent: it broke off. */
  answer?: { readonly data: { readonly results: readonly [{ readonly itemId: string }] } }
  isRead?: true
}

interface Pulled {
  readonly epoch: string
  readonly to: number
  readonly changes: readonly unknown[]
}

/** Answers of the wire, as the tests of the wire have seen them. */
type Json = Readonly<Record<string, unknown>>

export function loadOf({ senders, persons, random }: Size & { readonly random: () => number }): Load {
  const asked: Sent[] = []
  let [broken, verified] = [0, 0]
  const pulled = new Map<string, Pulled>()
  const free = shuffled(senders * persons, random)

  const sendOne = async (api: string): Promise<boolean> => {
    const pair = free.pop()
    if (pair === undefined) return false
    const person = `p${pair % persons}`
    const message = { title: 'A message', content: `Number ${pair}.`, jumpUrl: 'pages/home/index' }
    const body = { requestId: `r${pair}`, miniappId: `m${Math.floor(pair / persons)}`, uniqueIds: [person], message }
    const sent: Sent = { body, person }
    asked.push(sent)
    const answer = await send(api, body)
    if (answer['code'] === 2) {
      // Too fast: nothing was taken, and nobody needs it.
      asked.splice(asked.indexOf(sent), 1)
      return true
    }
    if (answer['code'] !== 0) throw new Broken(`A send was answered ${JSON.stringify(answer)}`)
    sent.answer = answer as unknown as NonNullable<Sent['answer']>
    if (random() < 0.5) await receipt(api, sent)
    if (random() < 0.2) await pull(api, person)
    return true
  }

  const receipt = async (api: string, sent: Sent): Promise<void> => {
    const itemId = sent.answer?.data.results[0].itemId
    const receiptId = `read-${sent.body.requestId}`
    const body = { deviceId: 'd', receipts: [{ receiptId, kind: 'read', itemId, agoMs: 0 }] }
    const answer = await ask(api, `POST /delivery/v1/receipts`, { body, person: sent.person })
    if (!isDeepStrictEqual(answer, { accepted: [receiptId], refused: [] }))
      throw new Broken(`A receipt was answered ${JSON.stringify(answer)}`)
    sent.isRead = true
  }

  const pull = async (api: string, person: string): Promise<void> => {
    const known = pulled.get(person)
    const answer = await changesOf(api, person, known?.epoch)
    pulled.set(person, answer)
  }

  return {
    counts: () => ({
      sends: asked.filter(({ answer }) => answer).length,
      receipts: asked.filter(({ isRead }) => isRead).length,
      broken,
    }),
    async run(api) {
      const worker = async (): Promise<void> => {
        // Whatever fails but a wrong answer is the kill.
        while (await sendOne(api).catch(brokenOff));
      }
      await Promise.all(Array.from({ length: 12 }, worker))
      broken += asked.filter(({ answer }) => !answer).length
    },
    async verify(api, what) {
      const sends = asked.slice(what === 'all' ? 0 : verified)
      verified = asked.length
      const persons = [...new Set(sends.map((sent) => sent.person))]
      await sideBySide(sends, (sent) => verifySend(api, sent))
      await sideBySide(persons, async (person) => {
        const before = pulled.get(person)
        if (before) await verifyLog(api, person, before)
        const own = asked.filter((sent) => sent.person === person)
        await verifyInbox(api, person, own)
      })
    },
  }
}

/** Eight at a time. */
async function sideBySide<Each>(all: readonly Each[], work: (one: Each) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}

/** A wrong answer, as opposed to none. */
class Broken extends Error {
  override readonly name = 'Broken'
}

function brokenOff(error: unknown): false {
  if (error instanceof Broken) throw error
  return false
}

/** The same request has the same answer; one that broke off is carried on. */
async function verifySend(api: string, sent: Sent): Promise<void> {
  let answer = await send(api, sent.body)
  while (answer['code'] === 2) answer = await send(api, sent.body)
  if (answer['code'] !== 0 || (sent.answer && !isDeepStrictEqual(answer, sent.answer)))
    throw new Broken(
      `${sent.body.requestId} was answered ${JSON.stringify(sent.answer)}, now ${JSON.stringify(answer)}`,
    )
  sent.answer = answer as unknown as NonNullable<Sent['answer']>
}

/** What was pulled is the beginning of what is there now. */
async function verifyLog(api: string, person: string, before: Pulled): Promise<void> {
  const now = await changesOf(api, person, before.epoch)
  if (now.epoch !== before.epoch || !isDeepStrictEqual(now.changes.slice(0, before.changes.length), before.changes))
    throw new Broken(`The log of ${person} was ${JSON.stringify(before)}, now ${JSON.stringify(now)}`)
}

/** Every send once and nothing else; what was read is read. */
async function verifyInbox(api: string, person: string, sends: readonly Sent[]): Promise<void> {
  const { items } = (await ask(api, 'GET /delivery/v1/snapshot?max=200', { person })) as {
    readonly items: readonly { readonly item: { readonly id: string }; readonly marks: readonly string[] }[]
  }
  const found = items.map(({ item }) => item.id).sort()
  const wanted = sends.map(({ answer }) => answer?.data.results[0].itemId ?? 'none').sort()
  const unread = sends.filter(
    ({ answer, isRead }) =>
      isRead && !items.some(({ item, marks }) => item.id === answer?.data.results[0].itemId && marks.includes('read')),
  )
  if (!isDeepStrictEqual(found, wanted) || unread.length > 0)
    throw new Broken(`The inbox of ${person} holds ${found}, not ${wanted}; not read: ${JSON.stringify(unread)}`)
}

async function send(api: string, body: unknown): Promise<Json> {
  return ask(api, 'POST /miniapp/v1/messages/send', { body })
}

async function changesOf(api: string, person: string, epoch?: string): Promise<Pulled> {
  const from = epoch ?? String((await ask(api, 'GET /delivery/v1/snapshot?max=1', { person }))['epoch'])
  return (await ask(api, `GET /delivery/v1/changes?max=1000&after=0&epoch=${from}`, { person })) as unknown as Pulled
}

async function ask(
  api: string,
  line: string,
  { body, person }: { readonly body?: unknown; readonly person?: string },
): Promise<Json> {
  const [method = 'GET', path = ''] = line.split(' ')
  const response = await fetch(api + path, {
    method,
    headers: person === undefined ? {} : { authorization: `Bearer session-${person}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await response.json()) as Json
}

/** 0 to `count - 1` in an order of chance. */
function shuffled(count: number, random: () => number): number[] {
  const numbers = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0]
  }
  return numbers
}
