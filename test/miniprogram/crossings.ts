import { expect } from 'vitest'
import type { Phone } from './phone.ts'

/** Holds what crossed to the view since the page was opened, or since the last look at it: calls of `setData`, and their bytes. */
export async function crossesAtMost(
  phone: Phone,
  most: { readonly calls: number; readonly bytes: number },
): Promise<void> {
  const { calls, bytes, largest } = await phone.crossed()
  expect(calls, 'calls of setData').toBeLessThanOrEqual(most.calls)
  expect(bytes, 'bytes of setData').toBeLessThanOrEqual(most.bytes)
  // What WeChat takes at once, which nothing ever comes near.
  expect(largest).toBeLessThan(32_000)
}
