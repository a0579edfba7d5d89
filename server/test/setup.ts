import { afterAll, afterEach, vi } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { closeAlone } from './world.ts'

// Runs before each test file. Files in one process share modules, so clocks and spies must be restored.
afterEach(() => {
  vi.useRealTimers()
})

afterAll(async () => {
  vi.restoreAllMocks()
  await closeAlone()
})

// Registers all names before a test file reads them.
await openModules(readConfig())
