import type { Core } from '../core.ts'
import type { AccessGrant } from '../platform.ts'
import type { Key } from '../storage/key.ts'
import { worldKeys, worldPartition } from '../storage/world-places.ts'

/** One value of the world, or nothing. */
export async function worldValue<Value>(core: Core, key: Key<Value>): Promise<Value | undefined> {
  const [row] = await core.store.read(worldPartition, [key.text])
  // The store gives back what was put under this key.
  return row?.value as Value | undefined
}

/** All rows below a prefix, in the order of their keys. The type is that of the keys that `worldKeys` makes for it. */
export async function worldRows<Value>(core: Core, prefix: string): Promise<readonly Value[]> {
  const rows = await core.store.scan(worldPartition, { prefix, max: Number.MAX_SAFE_INTEGER })
  // Only `worldKeys` writes below this prefix, and always this type.
  return rows.map(({ value }) => value as Value)
}

export async function grantOf(core: Core, token: string): Promise<AccessGrant | undefined> {
  return worldValue(core, worldKeys.accessToken(token))
}
