import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { GRACE_DAYS } from './advancing.ts'
import { RENEWAL_REMINDERS, TRIAL_REMINDERS } from './reminders.ts'
import { INCOMPLETE_DAYS } from './status.ts'

/** The times at which something is or was due for the live subscription of the account: those at which the sweep acts. */
export async function dueTimesOfSubscription(ctx: Ctx): Promise<Date[]> {
  const live = await ctx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'plan_id')
    .leftJoin('invoices as upgrade', 'upgrade.id', 'upgrade_invoice_id')
    .select(['subscriptions.status', 'subscriptions.created_at', 'current_period_end', 'trial_end'])
    .select([
      'collect_after',
      'past_due_since',
      'suspended_at',
      'billing_cycle',
      'upgrade.issued_at',
    ])
    .where('subscriptions.status', 'not in', ['cancelled', 'incomplete_expired'])
    .executeTakeFirst()
  if (!live) return []
  const { suspended_days } = ctx.platform.settings.values
  const { current_period_end: end, trial_end, status, billing_cycle } = live
  const isTrial = status === 'trialing'
  const reminders = isTrial ? TRIAL_REMINDERS : billing_cycle === 'yearly' ? RENEWAL_REMINDERS : []
  return [
    ...[end, live.collect_after],
    ...reminders.map((days) => daysAfter(isTrial ? trial_end : end, -days)),
    daysAfter(live.past_due_since, GRACE_DAYS),
    daysAfter(live.suspended_at, suspended_days),
    daysAfter(live.issued_at, INCOMPLETE_DAYS),
    status === 'incomplete' ? daysAfter(live.created_at, INCOMPLETE_DAYS) : null,
  ].filter((time) => time !== null)
}

const daysAfter = (time: Date | null, days: number): Date | null =>
  time && new Date(time.getTime() + days * DAY_MS)
