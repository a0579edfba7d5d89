import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { enqueueDueChecks } from './checking.ts'

const EVERY_MS = 5000

/**
 * Enqueues due checks every few seconds until closed. In the server and not in a scheduled job, because those run once
 * a minute at most, and missing workers are noticed here.
 */
export function startCheckSchedule(ctx: PlatformCtx) {
  let round: Promise<void> | undefined
  const timer = setInterval(() => {
    round ??= enqueueDueChecks(ctx)
      .then(
        () => {},
        (error: Error) =>
          ctx.log.warn({ reason: error.message }, 'cannot enqueue checks of services'),
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
