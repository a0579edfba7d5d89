import type { JobName } from '@powernode/contract/jobs.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'

const EVERY_MS = 10_000
const AT_ONCE = 1000
/** Jobs that become dead letters at the same time may be committed one after the other. */
const OVERLAP_MS = MINUTE_MS

/**
 * Marks the records behind dead letters since `from` as failed, where users see them. Returns the start of the next
 * batch if there are more.
 */
export async function recordDeadLetters(ctx: PlatformCtx, from: Date): Promise<Date | undefined> {
  const { onDeadLetter } = ctx.platform.composition
  const names = Object.keys(onDeadLetter) as JobName[]
  const letters = await ctx.platform.queue.console.deadLetters(names, from, AT_ONCE)
  for (const { job_type, parameters, error } of letters) {
    // The type of the table ties each handler to its own input; TypeScript loses that for a union of names.
    const fail = onDeadLetter[job_type] as ((...args: unknown[]) => Promise<unknown>) | undefined
    const reason = `The worker gave up: ${error ?? 'no reason is known'}`
    await fail?.(ctx, parameters, reason).catch((problem: Error) =>
      ctx.log.warn({ job: job_type, reason: problem.message }, 'cannot record a dead letter'),
    )
  }
  return letters.length < AT_ONCE ? undefined : letters.at(-1)?.created_at
}

/** Checks for new dead letters every few seconds until closed, starting with those of the last day. */
export function watchDeadLetters(ctx: PlatformCtx) {
  let from = new Date(Date.now() - DAY_MS)
  let running: Promise<void> | undefined
  async function check() {
    const next = new Date(Date.now() - OVERLAP_MS)
    from = (await recordDeadLetters(ctx, from)) ?? next
  }
  const timer = setInterval(() => {
    running ??= check()
      .catch((error: Error) => ctx.log.warn({ reason: error.message }, 'cannot read dead letters'))
      .finally(() => {
        running = undefined
      })
  }, EVERY_MS).unref()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
