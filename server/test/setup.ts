import { afterAll, afterEach, vi } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { closeAlone } from './world.ts'

// Runs before each test file: the files of a process share their modules, and none may leave its clock or spies behind.
afterEach(() => {
  vi.useRealTimers()
})

afterAll(async () => {
  vi.restoreAllMocks()
  await closeAlone()
})

// Lists of names are complete before a test file reads them.
await openModules(readConfig())
