/** The other side said something that this protocol does not have. */
export class DecodeError extends Error {
  /** Where, below what was decoded: `changes.3.item.id`; empty when it is the whole. */
  readonly path: string
  /** What was there. */
  readonly value: unknown

  constructor(value: unknown, path: string) {
    super(`Decoding failed: "${path}" is ${JSON.stringify(value)}. See docs/delivery-protocol.md.`)
    this.path = path
    this.value = value
  }
}
