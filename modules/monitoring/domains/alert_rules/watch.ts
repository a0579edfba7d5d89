import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { evaluateRules } from './evaluation.ts'

const EVALUATE_MS = MINUTE_MS

/**
 * Evaluates the rules once a minute. In the server and not in a job, because missing workers must be noticed, and no
 * external call is needed. Of several servers, the first one evaluates in each minute.
 */
export function watchRules(ctx: PlatformCtx) {
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = evaluateRules(ctx).catch((error: Error) =>
      ctx.log.warn({ reason: error.message }, 'cannot evaluate the alert rules'),
    )
  }, EVALUATE_MS).unref()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
