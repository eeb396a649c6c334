import type { MockPlatform } from '../../faces/in-process/mock-platform.ts'
import { type Delivered, inboxOf, isSuch } from './delivered.ts'
import { type Heard, heardOf, lastRefusal, wordsOf } from './verdict-of.ts'

interface Result {
  readonly pass: boolean
  message(): string
}

declare module 'vitest' {
  // Vitest's own type parameters, which the declaration must repeat.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Of an answer of a send API (a `Response`, or the `Http` port's), or of a send's outcome: that this rule refused it. */
    toBeRefusedFor(rule: string): R
    /** Of a mock platform: that an inbox holds such an item. Must be awaited. */
    toHaveDelivered(wanted: Delivered): Promise<void>
  }
}

/** For `expect.extend`; `mockTest` does that itself. */
export const matchers = {
  toBeRefusedFor(received: unknown, rule: string): Result {
    const heard = heardOf(received)
    return {
      pass: heard.verdict === rule,
      message: () =>
        heard.verdict === rule
          ? `Expected anything but a refusal by ${rule}.\n${wordsOf(heard)}`
          : `Expected a refusal by ${rule}, but ${saidOf(heard)}`,
    }
  },

  async toHaveDelivered(mock: MockPlatform, wanted: Delivered): Promise<Result> {
    const items = await inboxOf(mock, wanted.to)
    const such = items.filter((item) => isSuch(item, wanted))
    const pass = wanted.times === undefined ? such.length > 0 : such.length === wanted.times
    const titles = items.map(({ sender, message }) => `  ${sender}: ${message.title ?? message.kind}`)
    const held = `The inbox of ${wanted.to} holds ${items.length}:\n${titles.join('\n')}`
    const refusal = lastRefusal(mock)
    return {
      pass,
      message: () =>
        pass
          ? `Expected no item such as ${JSON.stringify(wanted)}. ${held}`
          : `Expected ${JSON.stringify(wanted)}. ${held}${refusal ? `\nThe last refusal:\n${wordsOf(refusal)}` : ''}`,
    }
  },
}

function saidOf(heard: Heard): string {
  if (heard.verdict === undefined) return 'what was received carries no verdict of the platform.'
  return heard.verdict === 'ok' ? 'it was accepted.' : `${heard.verdict} spoke:\n${wordsOf(heard)}`
}
