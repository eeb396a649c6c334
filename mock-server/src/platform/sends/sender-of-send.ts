import type { Core } from '../core.ts'
import { type InForce, inForce } from '../rulebook/in-force.ts'
import { type SenderRow, worldKeys, worldPartition } from '../storage/world-places.ts'
import type { SenderId } from '../world.ts'

/** Who sends, and the revision of the rules that applies now (MA-20). */
export interface SendingSender extends SenderRow {
  readonly inForce: InForce
}

/** Throws `RangeError` for an unknown id: who calls has looked it up by the wire's id. */
export function senderOfSend(core: Core, id: SenderId): Promise<SendingSender> {
  return core.transactions.read(worldPartition, async (world) => {
    await world.load([worldKeys.sender(id), worldKeys.miniapp])
    const row = await world.get(worldKeys.sender(id))
    if (!row) throw new RangeError(`Failed to send: no sender "${id}". Look it up by its wire id first.`)
    return { ...row, inForce: inForce(core.numbers, await world.get(worldKeys.miniapp), core.clock.now()) }
  })
}
