/** The other side said something that this protocol does not have. */
export class DecodeError extends Error {
  /** Where, from the root: `frame.changes.3.item.id`. */
  readonly path: string
  /** What was there. */
  readonly value: unknown

  constructor(value: unknown, path: string) {
    super(`Decoding failed: ${path} is ${JSON.stringify(value)}. See docs/delivery-protocol.md.`)
    this.path = path
    this.value = value
  }
}
