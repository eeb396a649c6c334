import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { governanceKeys, governancePartition, type Letter } from '../storage/governance-places.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { SenderId } from '../world.ts'

/** Internal messages to one developer, newest first. Rejects with `RangeError` for an unknown sender, as all of these do. */
export async function lettersOf(core: Core, sender: SenderId): Promise<readonly Letter[]> {
  await known(core, sender)
  const rows = await core.store.scan(governancePartition(sender), {
    prefix: governanceKeys.letters,
    max: Number.MAX_SAFE_INTEGER,
    reverse: true,
  })
  // Only `governanceKeys.letter` writes below this prefix.
  return rows.map(({ value }) => value as Letter)
}

/** Number of the newest letter that is read; 0: none. */
export async function lettersRead(core: Core, sender: SenderId): Promise<number> {
  await known(core, sender)
  const head = await core.transactions.read(governancePartition(sender), (rows) => rows.get(governanceKeys.head))
  return head?.read ?? 0
}

/** Marks letters up to that number, by default all of them. A mark never goes back, and what is marked already costs no commit. */
export async function readLetters(
  core: Core,
  sender: SenderId,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  await known(core, sender)
  return core.transactions.write(governancePartition(sender), async (transaction) => {
    const head = (await transaction.get(governanceKeys.head)) ?? { violations: 0, letters: 0 }
    const read = Math.max(head.read ?? 0, Math.min(upTo, head.letters))
    if (read !== (head.read ?? 0)) transaction.put(governanceKeys.head, { ...head, read })
    return read
  })
}

async function known(core: Core, id: SenderId): Promise<void> {
  if (await worldValue(core, worldKeys.sender(id))) return
  throw new RangeError(`Failed to find the sender "${id}": no such id. Put the sender first.`)
}
