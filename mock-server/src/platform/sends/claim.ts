import type { Core } from '../core.ts'
import { appKeys, appPartition, type Claim } from '../storage/app-places.ts'
import { canonical } from '../storage/canonical.ts'
import { digestOf } from '../storage/digest.ts'
import type { Key } from '../storage/key.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { SenderId } from '../world.ts'

/** A request with an id, as the sender's partition knows it. */
export interface Claimed<Answer> {
  readonly key: Key<Claim<Answer>>
  readonly requestId: string
  /** By `digestOfBody`. */
  readonly body: string
}

/** What holds the request id already, for the rules and for whoever carries on. */
export interface Held<Answer> {
  readonly requestId: string
  readonly same: boolean
  readonly base: string
  readonly answer?: Answer
}

/** What two requests share that ask the same, in whatever order its members are written. */
export function digestOfBody(asked: unknown): string {
  return digestOf(canonical(asked))
}

export async function heldBy<Answer>(
  transaction: Transaction,
  claimed: Claimed<Answer> | undefined,
): Promise<Held<Answer> | undefined> {
  const claim = claimed && (await transaction.get(claimed.key))
  if (!claimed || !claim) return undefined
  const { base, body, answer } = claim
  return { requestId: claimed.requestId, same: body === claimed.body, base, ...(answer !== undefined && { answer }) }
}

/** A new base of ids: `epoch-sender-serial`. None is given twice, in any epoch. */
export async function newBase(transaction: Transaction, core: Core, senderNumber: number): Promise<string> {
  const serial = ((await transaction.get(appKeys.serial)) ?? 0) + 1
  transaction.put(appKeys.serial, serial)
  return `${core.epoch()}-${senderNumber.toString(36)}-${serial.toString(36)}`
}

/** The id of the item at one place of a send's list. */
export function itemIdOf(base: string, place: number): string {
  return `${base}-${place.toString(36)}`
}

/** The parts of an item's id, or nothing for a text that is none. */
export function partsOfItemId(
  itemId: string,
): { readonly base: string; readonly senderNumber: string; readonly place: number } | undefined {
  const [, base, senderNumber, place] = /^([0-9a-z]+-([0-9a-z]+)-[0-9a-z]+)-([0-9a-z]{1,4})$/.exec(itemId) ?? []
  if (base === undefined || senderNumber === undefined || place === undefined) return undefined
  return { base, senderNumber, place: Number.parseInt(place, 36) }
}

/** Decision 10, step 4: from now on the same request gets this answer. */
export async function keepAnswer<Answer>(
  core: Core,
  sender: SenderId,
  { claimed, answer }: { readonly claimed: Claimed<Answer> | undefined; readonly answer: Answer },
): Promise<void> {
  if (!claimed) return
  await core.transactions.write(appPartition(sender), async (transaction) => {
    const claim = await transaction.get(claimed.key)
    if (claim && claim.answer === undefined) transaction.put(claimed.key, { ...claim, answer })
  })
}

/** A send that was refused after all holds nothing: the same id may be used again. */
export async function dropClaim<Answer>(
  core: Core,
  sender: SenderId,
  claimed: Claimed<Answer> | undefined,
): Promise<void> {
  if (!claimed) return
  await core.transactions.write(appPartition(sender), async (transaction) => {
    const claim = await transaction.get(claimed.key)
    if (claim && claim.answer === undefined) transaction.put(claimed.key, undefined)
  })
}
