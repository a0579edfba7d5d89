import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { TestClock } from './test_clock.ts'

export const BillingClock = Shape('BillingClock', {
  billing_time: Nullable(
    Time('The time at which the billing of the account is, if a test clock decides it'),
  ),
  status: Nullable(TestClock.properties.status),
})

/** Whether a test clock decides the time of the account, for its own pages. */
export async function readBillingClock(ctx: Ctx): Promise<Static<typeof BillingClock>> {
  const clock = ctx.platform.config.isProduction
    ? undefined
    : await ctx
        .own('test_clocks')
        .select()
        .select(['billing_time', 'status'])
        .where('ended_at', 'is', null)
        .executeTakeFirst()
  return clock ?? { billing_time: null, status: null }
}
