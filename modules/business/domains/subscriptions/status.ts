import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { type RawBuilder, sql } from 'kysely'
import type { SubscriptionStatusName } from './transitions.ts'

/** How long a subscription may wait for its first payment. */
export const INCOMPLETE_DAYS = 1

const ended = sql.join(['cancelled', 'incomplete_expired'].map((status) => sql.lit(status)))

/**
 * The status of a row of `subscriptions` at this time: a due change counts at once, and is written by the next sweep.
 * The query must include `plans`.
 */
export function statusAt(now: Date, table = 'subscriptions'): RawBuilder<SubscriptionStatusName> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const late = new Date(now.getTime() - INCOMPLETE_DAYS * DAY_MS)
  const status = column('status')
  return sql<SubscriptionStatusName>`case
    when ${status} in (${ended}) then ${status}
    when ${column('cancel_at_period_end')} and ${column('current_period_end')} <= ${now} then 'cancelled'
    when ${status} = 'trialing' and ${column('current_period_end')} <= ${now}
      then case when ${sql.ref('plans.price_cents')} = 0 then 'active' else 'past_due' end
    when ${status} = 'incomplete' and ${column('created_at')} <= ${late} then 'incomplete_expired'
    else ${status} end`
}

/** Whether a subscription has not ended yet. */
export function isLiveAt(now: Date, table?: string): RawBuilder<boolean> {
  return sql<boolean>`${statusAt(now, table)} not in (${ended})`
}
