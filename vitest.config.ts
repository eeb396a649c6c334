import { defineConfig } from 'vitest/config'

const conditions = ['minibell-source', 'import', 'module', 'default']

const built = ['**/node_modules/**', '**/dist/**']

/** What touches nothing of its process but its own objects and ports: its files may share one process and its modules. */
const pure = [
  'packages/{ports,protocol,rules,views}/src/**/*.test.ts',
  'packages/client/src/{cache,filter,preferences,receipts,route,session,store,sync,transports}/**/*.test.ts',
  'mock-server/src/{api,platform}/**/*.test.ts',
  'mock-server/src/outbound/wechat/*.test.ts',
  // The others start servers, processes or MSW, which belong to a process.
  'mock-server/src/asked/!(engine-away|killed|left-behind|listening|msw2|msw3|raw-clients|several-processes|streams|told-after-death).test.ts',
  'demo/src/**/*.test.ts',
]

const unit = [
  'packages/*/src/**/*.test.ts',
  'mock-server/{src,console}/**/*.test.ts',
  'demo/{src,backend}/**/*.test.ts',
  'test/**/*.test.ts',
]

/** `npm test` runs the project `unit` in two parts; by itself it is all of it, each file in a process of its own. */
const parts: Readonly<Record<string, { include: string[]; exclude: string[]; isolate: boolean }>> = {
  all: { include: unit, exclude: [], isolate: true },
  pure: { include: pure, exclude: [], isolate: false },
  rest: { include: unit, exclude: pure, isolate: true },
}
const part = parts[process.env['MINIBELL_UNIT_PART'] ?? 'all'] ?? parts['all']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // No test depends on speed: these only end one that hangs.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...part,
          exclude: ['**/*.browser.test.ts', 'test/house/**', ...built, ...(part?.exclude ?? [])],
        },
      },
      {
        extends: true,
        test: { name: 'house', include: ['test/house/**/*.test.ts'], exclude: built },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [
            'packages/*/src/**/*.browser.test.ts',
            'mock-server/src/**/*.browser.test.ts',
            'demo/**/*.browser.test.ts',
            'test/**/*.browser.test.ts',
          ],
          exclude: built,
          fileParallelism: false,
          isolate: false,
          globalSetup: 'test/tools/shared-chromium.ts',
        },
      },
    ],
  },
})
