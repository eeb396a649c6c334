import type { Core } from '../core.ts'
import type { AccessGrant } from '../platform.ts'
import { randomText } from '../seeded.ts'
import { worldKeys, worldPartition } from '../storage/world-places.ts'
import { requirePerson, requireSender } from './required.ts'

/** Draws again while the drawn text was given before; a chosen one is replaced. */
export function issueAccessToken(core: Core, grant: AccessGrant): Promise<string> {
  return core.transactions.write(worldPartition, async (transaction) => {
    await requirePerson(transaction, grant.person)
    await requireSender(transaction, grant.sender)
    let token = grant.token ?? drawn(core)
    while (grant.token === undefined && (await transaction.get(worldKeys.accessToken(token)))) token = drawn(core)
    transaction.put(worldKeys.accessToken(token), { ...grant, token })
    return token
  })
}

function drawn(core: Core): string {
  return `at-${randomText(core.random, 24)}`
}
