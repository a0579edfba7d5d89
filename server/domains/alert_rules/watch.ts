import type { PlatformCtx } from '../../platform/db/context.ts'
import { evaluateRules } from './evaluation.ts'

const LOOK_MS = 60_000

/**
 * Looks at the rules in the server itself, once a minute: without a worker nobody asks for it, and that no worker is
 * there must not go unnoticed. Where a worker has asked, there is nothing left to do.
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
