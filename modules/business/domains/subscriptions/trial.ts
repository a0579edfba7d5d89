import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'

/** The columns of a trial that starts now, if the plan has one and the account never had any. */
export async function trialColumns(
  ctx: Ctx,
  { trial_days }: { trial_days: number },
  requestedEnd?: Date,
) {
  if (trial_days === 0 || (await hadTrial(ctx))) return undefined
  const now = ctx.now()
  const trial_end = endOfTrial(now, new Date(now.getTime() + trial_days * DAY_MS), requestedEnd)
  return {
    status: 'trialing' as const,
    trial_start: now,
    trial_end,
    current_period_start: now,
    current_period_end: trial_end,
    billing_anchor_day: trial_end.getUTCDate(),
  }
}

/** A later end than the plan allows is reduced to the latest allowed. */
function endOfTrial(now: Date, latest: Date, end: Date | undefined): Date {
  if (end === undefined) return latest
  if (end <= now) throw fail.invalid({ trial_end: ['must be in the future'] })
  return end < latest ? end : latest
}

async function hadTrial(ctx: Ctx): Promise<boolean> {
  const trial = await ctx
    .own('subscriptions')
    .select()
    .select('id')
    .where('trial_start', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return trial !== undefined
}
