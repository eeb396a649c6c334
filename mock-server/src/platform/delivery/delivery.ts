import type { Core } from '../core.ts'
import { draftOf } from '../inbox/draft.ts'
import { receive } from '../inbox/receive.ts'
import type { Delivery } from '../platform.ts'
import { personPartition } from '../storage/person-places.ts'
import { changesAfter } from './changes.ts'
import type { Sessions } from './sessions.ts'
import { countsOf, snapshotOf } from './snapshot.ts'
import { watchLog } from './watch.ts'

/** What sessions ask for. `restartWatches` tells every watch that another world began. */
export function delivery(
  core: Core,
  { session, openSession, revoke, ended }: Sessions,
): Delivery & { restartWatches(): void } {
  const watches = new Set<{ restart(): void }>()
  const { together } = core.gate
  return {
    session,
    openSession,
    revoke,
    ended,
    position: ({ person }) =>
      together(async () => {
        const { base, top } = await core.store.tail(personPartition(person), { after: 0, max: 0 })
        return { epoch: core.epoch(), base, top }
      }),
    async changes(of, after) {
      checkMax(after.max, 1_000)
      return together(() => changesAfter(core, of, after))
    },
    async snapshot(of, page) {
      checkMax(page.max, 200)
      return together(() => snapshotOf(core, of, page))
    },
    counts: ({ person, scope }) =>
      together(() =>
        core.transactions.read(personPartition(person), async (transaction) =>
          countsOf(await draftOf(transaction), scope),
        ),
      ),
    senderOf: ({ person, scope }, itemId) =>
      together(() =>
        core.transactions.read(personPartition(person), async (transaction) => {
          const sender = (await (await draftOf(transaction)).find(itemId))?.row.item.sender
          return scope.kind === 'host' || scope.sender === sender ? sender : undefined
        }),
      ),
    receive: (of, receipts, deviceId) => together(() => receive(core, of, { receipts, deviceId })),
    watch(of, listener) {
      const watch = watchLog(core, of, listener)
      watches.add(watch)
      return () => {
        watches.delete(watch)
        watch.stop()
      }
    },
    restartWatches() {
      for (const watch of [...watches]) watch.restart()
    },
  }
}

function checkMax(max: number, most: number): void {
  if (!(Number.isInteger(max) && max >= 1 && max <= most))
    throw new RangeError(`Failed to read a page: max is ${max}. Give a whole number from 1 to ${most}.`)
}
