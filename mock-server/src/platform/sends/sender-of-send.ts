import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { type SenderRow, worldKeys } from '../storage/world-places.ts'
import type { SenderId } from '../world.ts'

/** Throws `RangeError` for an unknown id: who calls has looked it up by the wire's id. */
export async function senderOfSend(core: Core, id: SenderId): Promise<SenderRow> {
  const row = await worldValue(core, worldKeys.sender(id))
  if (!row) throw new RangeError(`Failed to send: no sender "${id}". Look it up by its wire id first.`)
  return row
}
