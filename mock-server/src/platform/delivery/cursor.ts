/** Opaque to others: the epoch and the offset that the next page stays below. */
export function cursorOf(epoch: string, before: number): string {
  return `${epoch}.${before.toString(36)}`
}

/** `undefined` for a text that is no cursor, or one of another epoch. */
export function offsetOfCursor(cursor: string, epoch: string): number | undefined {
  const [, its, offset] = /^([0-9a-z]{13,32})\.([0-9a-z]{1,10})$/.exec(cursor) ?? []
  if (its !== epoch || offset === undefined) return undefined
  return Number.parseInt(offset, 36)
}
