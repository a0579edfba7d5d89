import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { evaluateRules } from './evaluation.ts'

const LOOK_MS = MINUTE_MS

/**
 * Looks at the rules once a minute. In the server itself and not by a job: that no worker is there must not go unnoticed,
 * and nothing outside is called. Of several servers the first takes the minute's turn.
 */
export function watchRules(ctx: PlatformCtx) {
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = evaluateRules(ctx).catch((error: Error) =>
      ctx.log.warn({ reason: error.message }, 'cannot look at the alert rules'),
    )
  }, LOOK_MS).unref()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
