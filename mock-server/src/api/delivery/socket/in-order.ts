/** Runs asynchronous work one after the other, in the order it came. */
export interface InOrder {
  /** `work` is left out when `skip` says so at its turn; what it throws goes to `failed`. */
  add(work: () => Promise<void>): void
  /** Work that has not finished. */
  length(): number
}

export function inOrder(parts: { readonly skip: () => boolean; readonly failed: (error: unknown) => void }): InOrder {
  let last: Promise<void> = Promise.resolve()
  let length = 0
  const run = async (work: () => Promise<void>) => {
    try {
      if (!parts.skip()) await work()
    } catch (error) {
      parts.failed(error)
    } finally {
      length -= 1
    }
  }
  return {
    add(work) {
      length += 1
      last = last.then(() => run(work))
    },
    length: () => length,
  }
}
