import { vi } from 'vitest'

/** Sets the clock to noon (UTC) today until the end of the test, for values counted per day. Call it before `world()`. */
export function atNoon(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date().setUTCHours(12, 0, 0, 0) })
}
