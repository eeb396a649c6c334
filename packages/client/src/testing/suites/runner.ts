/** A runner's `test`: Vitest's, Jest's, Node's. */
export type Test = (name: string, run: () => Promise<void> | void) => unknown

/** The part of a runner's `expect` that the suites use. */
export type Expect = (actual: unknown) => { toEqual(expected: unknown): void }
