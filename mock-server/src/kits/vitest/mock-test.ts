import { test as base, expect, type TestAPI } from 'vitest'
import { createMockPlatform, type MockOptions, type MockPlatform } from '../../faces/in-process/mock-platform.ts'
import { live } from './live.ts'
import { matchers } from './matchers.ts'
import { systemTime } from './system-time.ts'

/** As of `createMockPlatform`, besides the clock. */
export interface MockTestOptions extends Omit<MockOptions, 'clock' | 'timers'> {
  /** `system`: the process's, which follows `vi.useFakeTimers`. Default `virtual`: moved by `mock.clock` alone. */
  readonly clock?: 'virtual' | 'system'
}

/** Vitest's `test` with a fresh platform in each test that asks for `mock`; nothing of it outlives the test. */
export type MockTest = TestAPI<{ readonly mock: MockPlatform }>

/**
 * A `test` whose `mock` starts with these options; `expect` has our matchers from then on. No port is opened, so that files run side
 * by side.
 */
export function mockTest({ clock = 'virtual', ...options }: MockTestOptions = {}): MockTest {
  expect.extend(matchers)
  return base.extend<{ mock: MockPlatform }>({
    // Vitest reads the names that a fixture needs from its first parameter.
    // biome-ignore lint/correctness/noEmptyPattern: this one needs none
    mock: async ({}, use) => {
      const mock = await createMockPlatform({ ...options, ...(clock === 'system' ? systemTime : {}) })
      const forget = live(mock)
      try {
        await use(mock)
      } finally {
        forget()
        mock.close()
      }
    },
  })
}
