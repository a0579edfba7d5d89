import type { Database } from '@powernode/server/platform/db/database.ts'
import { sql } from 'kysely'

/** How many of the largest customers a month names. */
const LARGEST = 50

/** Writes who was paying at the end of each month from `start` until now, into the rows of all accounts. */
export async function updateStanding(db: Database, start: string, now: Date): Promise<void> {
  await sql`
    update revenue_snapshots snapshot set plans = standing.plans, cohorts = standing.cohorts, largest = standing.largest
    from generate_series(${start}::date, ${now}::timestamptz at time zone 'UTC', '1 month') month
      cross join lateral (
        with paying as materialized (
          select last.*, first.date as since, first.currency as first_currency from (
            select distinct on (account_id) account_id, currency, plan_id, mrr_cents from subscription_changes
            where at < (month + '1 month') at time zone 'UTC' order by account_id, position desc) last
          join mrr_movements first on first.account_id = last.account_id and first.kind = 'new'
          where last.mrr_cents > 0
        )
        select used.currency,
          (select coalesce(jsonb_agg(share order by share.mrr_cents desc, share.plan_id), '[]') from (
            select plan_id, count(*) as customers, sum(mrr_cents) as mrr_cents
            from paying where currency = used.currency group by plan_id) share) as plans,
          (select coalesce(jsonb_agg(share order by share.cohort), '[]') from (
            select to_char(since, 'YYYY-MM') as cohort, count(*) as customers, sum(mrr_cents) as mrr_cents
            from paying where currency = used.currency and first_currency = used.currency group by 1) share) as cohorts,
          (select coalesce(jsonb_agg(customer order by customer.mrr_cents desc, customer.account_id), '[]') from (
            select account_id, plan_id, mrr_cents, since from paying where currency = used.currency
            order by mrr_cents desc, account_id limit ${LARGEST}) customer) as largest
        from (select distinct currency from paying) used
      ) standing
    where snapshot.account_id is null and snapshot.period_type = 'monthly' and snapshot.date = month::date
      and snapshot.currency = standing.currency`.execute(db)
}
