import type { PartitionDump, StoreDump } from '../../platform/store.ts'
import { ownParsed, ownText } from '../own.ts'
import { textOfKey } from './engine/key-text.ts'
import { metaField, type Place } from './engine/places.ts'
import { metaOf, partitionsOn, type StoreParts, versionsInALife } from './redis-store.ts'

/** Of one command, so that nobody waits long behind it. */
const chunk = 500
const mostTries = 20

/** Everything as it is now, each partition as of one moment. */
export async function exported(parts: StoreParts): Promise<StoreDump> {
  const life = parts.talk.life()
  const names = new Set<string>()
  for await (const keys of parts.engine.keys(parts.places.all))
    for (const key of keys) {
      const read = parts.places.read(key)
      if (read?.life === life && read.kind === 'rows') names.add(read.partition)
    }
  const dumps: PartitionDump[] = []
  for (const name of [...names].sort()) dumps.push(await dumpOf(parts, name))
  return dumps
}

/** Read again when somebody changed it meanwhile. */
async function dumpOf(parts: StoreParts, partition: string): Promise<PartitionDump> {
  const port = partitionsOn(parts)
  const place = parts.places.of(parts.talk.life(), partition)
  for (let tries = 1; ; tries += 1) {
    const before = await metaOf(parts.engine, place)
    const rows = await port.scan(partition, { prefix: '', max: Number.MAX_SAFE_INTEGER })
    const { base, entries } = await port.tail(partition, { after: 0, max: Number.MAX_SAFE_INTEGER })
    const { text } = await metaOf(parts.engine, place)
    if (text === before.text || tries === mostTries)
      return { partition, values: rows.map(({ key, value }) => [key, value] as const), base, entries }
  }
}

/**
 * Writes the dump as a life of its own, which nobody sees, and then lets all processes go over to it at once. A process that dies on the
 * way has changed nothing; what it left is swept with the next import.
 */
export async function imported(parts: StoreParts, dump: StoreDump): Promise<void> {
  const ready = dump.map(({ partition, values, base, entries }) => ({
    partition,
    base,
    values: values.map(([key, value]) => [textOfKey(key), ownText(value)] as const),
    entries: entries.map(ownText),
  }))
  const { engine, places, talk } = parts
  const lives = places.shared('lives')
  const life = Number(await engine.run(lives, ['INCR', lives]))
  for (const one of ready)
    await load(parts, { ...one, place: places.of(life, one.partition), first: life * versionsInALife })
  await talk.announce(life)
  await sweep(parts, life)
}

interface Loaded {
  readonly place: Place
  readonly first: number
  readonly base: number
  readonly values: readonly (readonly [string, string])[]
  readonly entries: readonly string[]
}

async function load({ engine }: StoreParts, { place, first, base, values, entries }: Loaded): Promise<void> {
  const { rows, index, log } = place
  const sent: Promise<unknown>[] = []
  const top = base + entries.length
  sent.push(engine.run(rows, ['HSET', rows, metaField, `${first + values.length} ${base} ${top}`]))
  for (let at = 0; at < values.length; at += chunk) {
    const some = values.slice(at, at + chunk)
    sent.push(
      engine.run(rows, [
        'HSET',
        rows,
        ...some.flatMap(([key, json], place) => [key, `${first + at + place + 1} ${json}`]),
      ]),
    )
    sent.push(engine.run(index, ['ZADD', index, ...some.flatMap(([key]) => ['0', key])]))
    if (sent.length > 64) await Promise.all(sent.splice(0))
  }
  for (const [at, entry] of entries.entries()) {
    sent.push(engine.run(log, ['XADD', log, `${base + at + 1}-0`, 'e', entry]))
    if (sent.length > 500) await Promise.all(sent.splice(0))
  }
  await Promise.all(sent)
}

/** Takes away what earlier lives left. Whoever imports is alone, so that no other life is in the making. */
async function sweep({ engine, places }: StoreParts, life: number): Promise<void> {
  for await (const keys of engine.keys(places.all)) {
    const old = keys.filter((key) => (places.read(key)?.life ?? life) !== life)
    await Promise.all(old.map((key) => engine.run(key, ['UNLINK', key])))
  }
}

/** JSON of the engine's own hash of settings. */
export function parsedSetting(text: unknown): unknown {
  return typeof text === 'string' ? ownParsed(text) : undefined
}
