import { afterAll, afterEach, vi } from 'vitest'
import { closeAlone } from './world.ts'

// Runs before each test file: the files of a process share their modules, and none may leave its clock or spies behind.
afterEach(() => {
  vi.useRealTimers()
})

afterAll(async () => {
  vi.restoreAllMocks()
  await closeAlone()
})
