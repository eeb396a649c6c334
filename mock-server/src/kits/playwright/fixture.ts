import type { AllowedOrigins } from '../../api/dispatch/origins.ts'
import { createMockPlatform, type MockOptions, type MockPlatform } from '../../faces/in-process/mock-platform.ts'
import { type Span, spanMs } from '../../faces/in-process/span.ts'
import { listen, realTimers } from '../../faces/server/index.ts'

/** As of `createMockPlatform`, and which pages may ask. */
export interface MinibellOptions extends Omit<MockOptions, 'clock' | 'timers' | 'time'> {
  /** Default: any, since the page under test is of another origin. */
  readonly allowOrigins?: AllowedOrigins
  /** Folder of a built demo, served at `/demo/`. */
  readonly demoDir?: string
}

/** A platform on a port of its own. Its wall time stands at `startAt` until `clock` or `advance` moves it. */
export interface Minibell extends MockPlatform {
  /** `http://localhost:PORT`, any port that is free. */
  readonly url: string
  /** Moves page and platform together: the page's fake clock first, then the platform's wall time. */
  advance(page: FollowedPage, span: Span): Promise<void>
}

/** What is used of a Playwright page; `clock.install` must have been called. */
export interface FollowedPage {
  readonly clock: { fastForward(ticks: number): Promise<void> }
}

/** For `test.extend(minibell({ world }))`. */
export interface MinibellFixtures {
  // Playwright's own shape: what a fixture needs, and what it hands on to the test.
  readonly minibell: (needs: object, use: (minibell: Minibell) => Promise<void>) => Promise<void>
}

/** A fixture `minibell` for Playwright's `test.extend`: each test has a world and a port of its own. */
export function minibell({ allowOrigins = '*', demoDir, ...options }: MinibellOptions = {}): MinibellFixtures {
  return {
    // Playwright reads the names that a fixture needs from its first parameter, which must be a pattern.
    // biome-ignore lint/correctness/noEmptyPattern: this one needs none
    minibell: async ({}, use) => {
      const mock = await createMockPlatform({ ...options, timers: realTimers })
      const server = await listen(mock, { port: 0, allowOrigins, ...(demoDir !== undefined && { demoDir }) })
      const advance: Minibell['advance'] = async (page, span) => {
        await page.clock.fastForward(spanMs(span))
        await mock.clock.advance(span)
      }
      try {
        await use({ ...mock, url: server.url, advance })
      } finally {
        await server.close()
      }
    },
  }
}
