import type { Undo } from '@minibell/ports'
import type { Core } from '../core.ts'
import type { Delivery, DeliverySession } from '../platform.ts'
import { personPartition } from '../storage/person-places.ts'
import { newsAfter } from './news.ts'

type News = Parameters<Parameters<Delivery['watch']>[1]>[0]

/** Tells each commit's changes in order, none twice; what is appended while it reads is told with the next. */
export function watchLog(
  core: Core,
  { person, scope }: DeliverySession,
  listener: (news: News) => void,
): { stop: Undo; restart(): void } {
  const partition = personPartition(person)
  let told: number | undefined
  let wanted = 0
  let reading = false
  let stopped = false

  /** What failed is told again with the next commit, or pulled by whoever misses it. */
  const pump = async (): Promise<void> => {
    reading = true
    try {
      while (!stopped && told !== undefined && told < wanted) {
        const from = told
        const news = await newsAfter(core, { partition, scope, from })
        if (stopped || told !== from) continue
        told = news.to
        if (told === from) break
        listener(news)
      }
    } catch (error) {
      core.journal.write({ kind: 'connection', summary: `Failed to tell news of ${person}: ${String(error)}`, person })
    }
    // In the same turn as the last look at `wanted`: a commit in between would be told by nobody.
    reading = false
  }

  const unwatch = core.store.watch(partition, ({ from, to }) => {
    told ??= from
    wanted = Math.max(wanted, to)
    if (!reading) void pump()
  })

  return {
    stop() {
      stopped = true
      unwatch()
    },
    restart() {
      told = undefined
      wanted = 0
      listener({ epoch: core.epoch(), from: 0, to: 0, changes: [] })
    },
  }
}
