import { ownRedis } from '../../test/tools/redis.ts'
import { type Cost, costOf, infoOf, whole } from './cost.ts'
import { phonesAt, sendAll } from './load.ts'
import { type Measured, measured } from './process.ts'

/** What was measured of one number of processes. */
export interface Measurement extends Cost {
  readonly name: string
  /** Of the sends, those that were accepted. */
  readonly share: number
  /** Of the pushes, those that were heard. */
  readonly heardShare: number
  /** A push to one phone, ours and the engine's together. */
  readonly pushUs: number
  /** That a send writes to the engine. */
  readonly writtenBytes: number
  /** The rest, for people. */
  readonly told: string
}

const size = { senders: 100, persons: 300 }
const phonesOfAPerson = 4
/** Processor time is what is asked for: a disk that is waited for costs none. */
const everySecond = ['--appendfsync', 'everysec']
/** Of each process. */
const amounts = (isQuick: boolean) => (isQuick ? { warm: 700, sends: 1_000 } : { warm: 1_500, sends: 1_500 })

export async function measureSends(
  kind: 'memory' | 'redis',
  { count, isQuick }: { readonly count: number; readonly isQuick: boolean },
): Promise<Measurement> {
  const redis = kind === 'redis' ? await ownRedis(everySecond) : undefined
  const processes: Measured[] = []
  for (let at = 0; at < count; at += 1) processes.push(await measured(kind, redis?.url ?? '', size))
  const ports = processes.map(({ port }) => port)
  const [warm, sends] = [amounts(isQuick).warm * count, amounts(isQuick).sends * count]
  const at = { processes, count: sends, ...(redis && { url: redis.url }) }
  let from = 0
  const send = (number: number, underWay?: number) => {
    from += number
    return sendAll(ports, { ...size, from: from - number, count: number, ...(underWay !== undefined && { underWay }) })
  }

  await send(warm)
  const before = await infoOf(redis?.url)
  const plain = await costOf(at, () => send(sends))
  const after = await infoOf(redis?.url)
  const calm = await send(200 * count, 1)
  const phones = await phonesAt(ports, { persons: size.persons, phones: phonesOfAPerson })
  const told = await costOf(at, () => send(sends).then(() => phones.quiet(sends * phonesOfAPerson)))
  const heard = phones.heard()
  phones.close()
  for (const each of processes) await each.stop()
  await redis?.stop()

  const { accepted, asked, p50Ms, p99Ms } = plain.result
  const itemBytes = (after.memoryBytes - before.memoryBytes - after.journalBytes + before.journalBytes) / sends
  const pushUs = Math.max(0, ((whole(told) - whole(plain)) * sends) / Math.max(1, heard))
  const stored = redis ? `; ${Math.round(itemBytes)} bytes an item besides the journal's ring` : ''
  return {
    ...plain,
    name: `${kind} × ${count}`,
    share: accepted / asked,
    heardShare: heard / (sends * phonesOfAPerson),
    pushUs,
    writtenBytes: Math.round((after.inputBytes - before.inputBytes) / sends),
    told: `p50 ${p50Ms.toFixed(0)} p99 ${p99Ms.toFixed(0)} ms with 64 under way at each, ${calm.p50Ms.toFixed(1)} and ${calm.p99Ms.toFixed(1)} ms with one; ${accepted} of ${asked} accepted; a push ${Math.round(pushUs)} µs, ${heard} of ${sends * phonesOfAPerson} heard${stored}`,
  }
}

/** Of the request's bytes, of `bytes`, and of the request's bytes as they come over HTTP. */
export async function measureAppends({
  bytes,
  isQuick,
}: {
  readonly bytes: number
  readonly isQuick: boolean
}): Promise<Readonly<Record<'request' | 'written' | 'served', Cost>>> {
  const redis = await ownRedis(everySecond)
  const [bare, server] = [await measured('appends', redis.url, size), await measured('served', redis.url, size)]
  const { warm, sends } = amounts(isQuick)
  const at = { url: redis.url, count: 4 * sends }
  const appends = (of?: number): Promise<Cost> => costOf({ ...at, processes: [bare] }, () => bare.append(4 * sends, of))
  await bare.append(warm)
  const request = await appends()
  const written = await appends(bytes)
  const post = (from: number, count: number) => sendAll([server.port], { ...size, from, count })
  await post(0, warm)
  const served = await costOf({ ...at, count: sends, processes: [server] }, () => post(warm, sends))
  for (const each of [bare, server]) await each.stop()
  await redis.stop()
  return { request, written, served }
}
