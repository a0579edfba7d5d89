import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { askForChecks } from './checking.ts'

const EVERY_MS = 5000

/**
 * Hands out due checks every few seconds until closed. By the server and not by a job of the clock: those come once a
 * minute at most, and it is here that a missing worker is noticed.
 */
export function startChecking(ctx: PlatformCtx) {
  let round: Promise<void> | undefined
  const timer = setInterval(() => {
    round ??= askForChecks(ctx)
      .then(
        () => {},
        (error: Error) => ctx.log.warn({ reason: error.message }, 'services were not checked'),
      )
      .finally(() => {
        round = undefined
      })
  }, EVERY_MS)
  return {
    async close(): Promise<void> {
      clearInterval(timer)
      await round
    },
  }
}
