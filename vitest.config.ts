import { defineConfig } from 'vitest/config'

const conditions = ['minibell-source', 'import', 'module', 'default']

const built = ['**/node_modules/**', '**/dist/**']

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
          include: [
            'packages/*/src/**/*.test.ts',
            'mock-server/{src,console}/**/*.test.ts',
            'demo/{src,backend}/**/*.test.ts',
            'test/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', 'test/house/**', ...built],
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
