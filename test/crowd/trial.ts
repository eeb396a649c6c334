import { type Served, served } from './served.ts'
import { type Subscriber, subscriber } from './subscriber.ts'

/** How many read, and how many stopped reading. */
export interface CrowdSize {
  readonly sockets: number
  readonly slow: number
}

/** A claim with what was found. */
export interface Claim {
  readonly what: string
  readonly holds: boolean
  readonly found: string
}

/** Of a connection that is open and has read everything. */
const mostBytes = 16_384
/** Of one that does not read: the protocol's 262,144, and the frame that went over it. */
const mostWaiting = 262_144 + 8_192
/** Of fewer, what waits is lost in what else the platform holds. */
const enoughToWeigh = 50
/** More than any machine keeps in the buffers of its own network. */
const mostSends = 30_000

/** Fills a platform with sockets, lets some of them read nothing, and says what became of all. */
export async function crowdTrial({ sockets, slow }: CrowdSize): Promise<readonly Claim[]> {
  const platform = await served()
  try {
    await gather(platform, { token: 'many', count: 20 }).then(leaveAll(platform))
    const empty = await platform.bytes()
    const readers = await gather(platform, { token: 'many', count: sockets })
    const each = ((await platform.bytes()) - empty) / sockets
    const sleepers = await gather(platform, { token: 'slow', count: slow })
    return [
      { what: `${sockets} sockets are live`, ...is(await platform.metric('minibell_sockets'), sockets + slow) },
      { what: `a connection holds at most ${mostBytes} bytes`, holds: each <= mostBytes, found: `${Math.round(each)}` },
      ...(await slowReaders(platform, { sleepers, readers })),
      ...(await afterwards(platform, { readers, empty })),
    ]
  } finally {
    platform.stop()
  }
}

async function slowReaders(
  platform: Served,
  { sleepers, readers }: { readonly sleepers: readonly Subscriber[]; readonly readers: readonly Subscriber[] },
): Promise<readonly Claim[]> {
  const before = await platform.bytes()
  for (const one of sleepers) one.pause()
  let sends = 0
  let most = 0
  while (sends < mostSends && (await platform.metric('minibell_sockets')) > readers.length) {
    await sendsTo(platform, { from: sends, count: 100 })
    sends += 100
    if (sends % 500 === 0) most = Math.max(most, (await platform.bytes()) - before)
  }
  await platform.send('many', sends)
  await until(() => readers.every((one) => one.offset() === 2))
  for (const one of sleepers) one.goOn()
  const ends = await Promise.all(sleepers.map(({ closed }) => closed))
  const told = ends.filter(({ code, bye }) => code === 4408 && bye === 'lagging').length
  // Whose last word is not read for 30 s either has its connection cut.
  const cut = ends.filter(({ code }) => code === 1006).length
  const whole = await Promise.all(sleepers.map((one) => goOn(platform, one)))
  return [
    {
      what: 'who does not read is told that it lags, and closed with 4408',
      holds: told > 0 && told + cut === sleepers.length,
      found: `${told} of ${sleepers.length}, ${cut} did not read that either and were cut`,
    },
    ...(sleepers.length < enoughToWeigh ? [] : [await waiting(platform, { most, sends, slow: sleepers.length })]),
    {
      what: 'meanwhile all others hear their news, without a gap',
      ...is(readers.filter((one) => one.gaps() === 0).length, readers.length),
    },
    {
      what: 'each goes on from where it was, to the end, without a snapshot',
      ...is(whole.filter(Boolean).length, sleepers.length),
    },
  ]
}

async function sendsTo(
  platform: Served,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, at) => platform.send('slow', from + at)))
}

/** What was sent is kept; the rest of what the platform held at most waited for those who did not read. */
async function waiting(
  platform: Served,
  { most, sends, slow }: { readonly most: number; readonly sends: number; readonly slow: number },
): Promise<Claim> {
  const each = (most - sends * (await bytesOfAnItem(platform, sends))) / slow
  return {
    what: `no more than ${mostWaiting} bytes wait for one of them`,
    holds: each <= mostWaiting,
    found: `${Math.round(each)}`,
  }
}

/** What the platform keeps of a message when nobody is there to hear of it. */
async function bytesOfAnItem(platform: Served, from: number): Promise<number> {
  const [before, count] = [await platform.bytes(), 1_000]
  for (let at = 0; at < count; at += 100) await sendsTo(platform, { from: from + at, count: 100 })
  return ((await platform.bytes()) - before) / count
}

/** Comes back with its place, and pulls what is more than one answer tells. */
async function goOn({ url }: Served, one: Subscriber): Promise<boolean> {
  const again = await subscriber(url, { token: 'slow', from: { epoch: one.epoch, offset: one.offset() } })
  let after = again.offset()
  for (let top = after + 1; after < top; ) {
    const path = `/delivery/v1/changes?epoch=${encodeURIComponent(again.epoch)}&after=${after}&max=1000`
    const answer = await fetch(url + path, { headers: { authorization: 'Bearer slow' } })
    const page = (await answer.json()) as { readonly recovered: boolean; readonly to: number; readonly top: number }
    if (!page.recovered) return false
    ;[after, top] = [page.to, page.top]
  }
  again.leave()
  return again.recovered && one.gaps() === 0
}

async function afterwards(
  platform: Served,
  { readers, empty }: { readonly readers: readonly Subscriber[]; readonly empty: number },
): Promise<readonly Claim[]> {
  const full = await platform.bytes()
  await leaveAll(platform)(readers)
  const freed = (full - (await platform.bytes())) / readers.length
  return [
    { what: 'who left is forgotten', ...is(await platform.metric('minibell_sockets'), 0) },
    {
      what: 'and leaves no memory behind',
      holds: freed > 2_000 && full > empty,
      found: `${Math.round(freed)} bytes came back for each`,
    },
  ]
}

async function gather(
  { url }: Served,
  { token, count }: { readonly token: string; readonly count: number },
): Promise<readonly Subscriber[]> {
  const all: Subscriber[] = []
  while (all.length < count) {
    const some = Array.from({ length: Math.min(100, count - all.length) }, () => subscriber(url, { token }))
    all.push(...(await Promise.all(some)))
  }
  return all
}

const leaveAll =
  (platform: Served) =>
  async (all: readonly Subscriber[]): Promise<void> => {
    for (const one of all) one.leave()
    while ((await platform.metric('minibell_sockets')) > 0) await pause()
  }

/** Or until it hangs; the claims then say what is missing. */
async function until(holds: () => boolean): Promise<void> {
  const hangsAt = performance.now() + 120_000
  while (!holds() && performance.now() < hangsAt) await pause()
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

function is(found: number, wanted: number): Pick<Claim, 'holds' | 'found'> {
  return { holds: found === wanted, found: `${found} of ${wanted}` }
}
