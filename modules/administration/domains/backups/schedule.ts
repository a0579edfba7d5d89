import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { startDueBackup, waitForBackups } from './running.ts'

const CHECK_MS = MINUTE_MS

/**
 * Checks once a minute whether a backup is due. Servers do this, because a server writes the file
 * (docs/decisions/0015).
 */
export function scheduleBackups(ctx: PlatformCtx) {
  let checking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    checking = startDueBackup(ctx).catch((error: Error) =>
      ctx.log.warn({ reason: error.message }, 'cannot check whether a backup is due'),
    )
  }, CHECK_MS).unref()
  return {
    async close(): Promise<void> {
      clearInterval(timer)
      await checking
      await waitForBackups()
    },
  }
}
