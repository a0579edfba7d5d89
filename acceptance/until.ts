import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 50

/** Polls until `condition` returns a truthy value, and returns it. */
export async function until<T>(
  condition: () => T | Promise<T>,
  description: string,
  seconds = 20,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const result = await condition()
    if (result) return result as Exclude<T, undefined | null | false | 0 | ''>
    if (Date.now() > deadline)
      throw new Error(`timed out after ${seconds} s waiting until ${description}`)
    await sleep(POLL_MS)
  }
}
