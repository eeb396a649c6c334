import type { Undo } from '@minibell/ports'
import type { Engine } from './engine/engine.ts'
import type { Place } from './engine/places.ts'

type Watcher = (range: { readonly from: number; readonly to: number }) => void

/** One log that somebody in this process watches. */
interface Watched {
  readonly partition: string
  readonly watchers: Set<Watcher>
  channel: string
  /** Told so far; unknown until the engine has said what there was when the watch began. */
  told: number | undefined
  begun: Promise<void>
  readonly hear: (text: string) => void
}

/** Watches of this process on logs that any process appends to. */
export interface Watching {
  watch(partition: string, watcher: Watcher): Undo
  /** This process has appended. Resolves when its watchers were told. */
  tell(partition: string, range: { readonly from: number; readonly to: number }): Promise<void>
  /** Looks what was missed while nothing could be heard. */
  catchUp(): Promise<void>
  /** Another life of the store began: its logs are others. */
  restart(): void
}

/**
 * Channels are a hint, tops are the truth: a range that comes is told from where the last one ended, so that one that was lost is told
 * with the next, and whatever was lost for good is found by `catchUp`.
 */
export function watching(
  engine: Engine,
  {
    placeOf,
    topOf,
  }: { readonly placeOf: (partition: string) => Place; readonly topOf: (partition: string) => Promise<number> },
): Watching {
  const all = new Map<string, Watched>()

  const advance = (one: Watched, to: number): void => {
    if (one.told === undefined || to <= one.told) return
    const range = { from: one.told, to }
    one.told = to
    for (const watcher of [...one.watchers]) watcher(range)
  }
  const look = async (one: Watched): Promise<void> => {
    const { channel } = one
    const top = await topOf(one.partition)
    if (channel !== one.channel) return
    one.told ??= top
    advance(one, top)
  }
  /** What there was is asked for before anything else of this process, and again once the channel is heard. */
  const begin = (one: Watched): Promise<void> => {
    const first = look(one)
    const { channel } = one
    const heard = engine.subscribe(channel, one.hear)
    Promise.all([first, heard])
      .then(() => (isWatched(one, channel) ? look(one) : leave(channel, one)))
      .catch(() => undefined)
    return first.catch(() => undefined)
  }
  const isWatched = (one: Watched, channel: string): boolean =>
    all.get(one.partition) === one && one.channel === channel
  const leave = (channel: string, { hear }: Watched): void =>
    void engine.unsubscribe(channel, hear).catch(() => undefined)
  const open = (partition: string): Watched => {
    const one: Watched = {
      partition,
      watchers: new Set(),
      channel: placeOf(partition).channel,
      told: undefined,
      begun: Promise.resolve(),
      hear: (text) => advance(one, Number(text.split(' ')[1])),
    }
    all.set(partition, one)
    one.begun = begin(one)
    return one
  }

  return {
    watch(partition, watcher) {
      const one = all.get(partition) ?? open(partition)
      const own: Watcher = (range) => watcher(range)
      one.watchers.add(own)
      return () => {
        one.watchers.delete(own)
        if (one.watchers.size > 0 || all.get(partition) !== one) return
        all.delete(partition)
        leave(one.channel, one)
      }
    },
    async tell(partition, { from, to }) {
      const one = all.get(partition)
      if (!one) return
      if (one.told === undefined) await one.begun
      one.told ??= from
      advance(one, to)
    },
    async catchUp() {
      await Promise.allSettled([...all.values()].map(look))
    },
    restart() {
      for (const one of all.values()) {
        leave(one.channel, one)
        one.channel = placeOf(one.partition).channel
        one.told = undefined
        one.begun = begin(one)
      }
    },
  }
}
