import { vi } from 'vitest'

/** Sets the clock to noon (UTC) of today, for what is counted by the day; it goes on after the test. Call it before `world()`. */
export function atNoon(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date().setUTCHours(12, 0, 0, 0) })
}
