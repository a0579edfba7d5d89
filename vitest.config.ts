import { defineConfig } from 'vitest/config'
import { alias } from './web/alias.ts'

// Tests that need only the code and take seconds.
const fast = [
  'server/test/architecture.test.ts',
  'server/config.test.ts',
  'server/**/*.unit.test.ts',
  '{modules,extensions}/**/*.unit.test.ts',
  'contract/**/*.unit.test.ts',
  'worker/**/*.test.ts',
  'web/**/*.unit.test.ts',
]

const coreMode = 'server/test/core_mode.test.ts'

// Areas that an extension can add to or veto: routes, roles, limits, events, jobs and the creation of accounts.
const extended = [
  'server/test/guards.test.ts',
  'server/test/internal.test.ts',
  'modules/*/domains/{accounts,api_keys,invitations,jobs,roles,users,webhooks,workers}/*.test.ts',
  'modules/identity/domains/sessions/registration.test.ts',
]

// Files in one process share modules, one application and one database, except those named `*.alone.test.ts`.
const onDatabase = {
  globalSetup: 'server/test/database.ts',
  setupFiles: 'server/test/setup.ts',
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxWorkers: 3,
  sequence: { groupOrder: 1 },
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'fast',
          include: fast,
          testTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...onDatabase,
          name: 'server',
          include: ['{server,modules,extensions}/**/*.test.ts'],
          exclude: [...fast, coreMode],
        },
      },
      {
        // Without any extension.
        test: {
          ...onDatabase,
          name: 'core',
          env: { POWERNODE_EXTENSIONS: '' },
          include: [coreMode, ...extended],
          exclude: fast,
        },
      },
      {
        test: {
          name: 'acceptance',
          include: ['acceptance/**/*.test.ts'],
          globalSetup: 'acceptance/setup.ts',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 4,
          maxConcurrency: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
