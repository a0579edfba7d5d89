import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_EVERY_MS = 50

/** Looks again and again until `condition` gives something true, and returns that. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  seconds = 20,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const outcome = await condition()
    if (outcome) return outcome as Exclude<T, undefined | null | false | 0 | ''>
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain until ${what}`)
    await sleep(LOOK_EVERY_MS)
  }
}
