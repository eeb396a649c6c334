import type { ReceiptKind } from './item.ts'

/**
 * All receipts of one item as bits, so that merging by maximum is `|` (DL-5): order, repetition and delay of receipts
 * cannot change the outcome.
 */
export type Marks = number

const bits = { delivered: 0b00001, seen: 0b00011, read: 0b00111, opened: 0b01111, dismissed: 0b10000 } as const

/** Of an item of which nothing is known: not even `delivered`. */
export const noMarks: Marks = 0

/** The bits of `kind` with all that it implies: `read` carries `seen` and `delivered`. */
export function marksOf(kind: ReceiptKind): Marks {
  return bits[kind]
}

/** Whether `marks` says `kind` or more. */
export function isMarked(marks: Marks, kind: ReceiptKind): boolean {
  return (marks & bits[kind]) === bits[kind]
}

/** The shortest list that merges back to `marks`: its strongest kind, then `dismissed`. */
export function kindsOf(marks: Marks): readonly ReceiptKind[] {
  const strongest = (['opened', 'read', 'seen', 'delivered'] as const).find((kind) => isMarked(marks, kind))
  const kinds: ReceiptKind[] = strongest ? [strongest] : []
  return isMarked(marks, 'dismissed') ? [...kinds, 'dismissed'] : kinds
}
