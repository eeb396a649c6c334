import { type Change, type Marks, marksOf, noMarks } from '@minibell/protocol'
import type { GoneRow, ItemRow, PersonHead, SenderState } from '../storage/person-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { SenderId } from '../world.ts'

type Writable<Value> = {
  -readonly [Name in keyof Value]: Value[Name] extends object ? Writable<Value[Name]> : Value[Name]
}

/** A change of the log before it has an offset. */
export type NewChange = Change extends infer Each ? (Each extends Change ? Omit<Each, 'offset'> : never) : never

export type OpenHead = Writable<PersonHead>
export type OpenSender = Writable<Omit<SenderState, 'told'>> & { told?: NonNullable<SenderState['told']> }

/** One person's inbox while it is being changed, or looked at. Nothing is kept before `save`. */
export interface Draft {
  readonly transaction: Transaction
  readonly head: OpenHead
  /** With counts as of the head's marks. */
  sender(id: SenderId): Promise<OpenSender>
  /** With counts that may be older than the head's marks. */
  senderAsKept(id: SenderId): Promise<OpenSender>
  /** Rows that this draft changed; `undefined`: it is listed no more. */
  readonly changedRows: ReadonlyMap<number, ItemRow | undefined>
  find(itemId: string): Promise<FoundRow | undefined>
  putRow(row: ItemRow): void
  /** Takes an item out of the list; its row stays for late receipts. */
  putGone(row: GoneRow): void
  /** Answers the offset. `sender` absent: everybody's. */
  append(change: NewChange, sender?: SenderId): number
  /** Says that head or senders were changed. */
  touch(): void
  /** Puts everything into the transaction; no-op when nothing was changed. */
  save(): void
}

export type FoundRow =
  | { readonly listed: true; readonly row: ItemRow }
  | { readonly listed: false; readonly row: GoneRow }

/** Marks of a row with what mark-alls say of it. */
export function effectiveMarks(row: ItemRow, head: OpenHead, sender: OpenSender): Marks {
  const { offset } = row.item
  const read = offset <= Math.max(head.readUpTo, sender.readUpTo) ? marksOf('read') : noMarks
  const seen = offset <= Math.max(head.seenUpTo, sender.seenUpTo) ? marksOf('seen') : noMarks
  return row.marks | read | seen
}
