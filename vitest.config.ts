import { defineConfig } from 'vitest/config'

// Tests that need nothing but the code: they end in seconds.
const fast = [
  'server/test/architecture.test.ts',
  'server/config.test.ts',
  'server/**/*.unit.test.ts',
  'extensions/**/*.unit.test.ts',
  'worker/**/*.test.ts',
]

const coreMode = 'server/test/core_mode.test.ts'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'fast', include: fast, testTimeout: 20_000 } },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'extensions/**/*.test.ts'],
          exclude: [...fast, coreMode],
          globalSetup: 'server/test/database.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        // The core's own tests once more, without any extension.
        test: {
          name: 'core',
          env: { POWERNODE_EXTENSIONS: '' },
          include: ['server/**/*.test.ts'],
          exclude: [...fast, 'server/test/drift.test.ts', 'server/test/scale.test.ts'],
          globalSetup: 'server/test/database.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'acceptance',
          include: ['acceptance/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file starts an installation of its own; two cores carry one at a time.
          fileParallelism: false,
          maxConcurrency: 2,
        },
      },
    ],
  },
})
