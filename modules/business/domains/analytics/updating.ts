import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { Database } from '@powernode/server/platform/db/database.ts'
import {
  Choice,
  Count,
  Day,
  DayText,
  Id,
  Nullable,
  Shape,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS, dayOf } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { broadcastLive } from './announcing.ts'
import { addMonths, type PeriodType, startOfMonth } from './range.ts'
import { updateStanding } from './standing.ts'

/** How many months before the current one are kept up to date. */
const HISTORY_MONTHS = 24
/** Stands for all accounts within the statement, because null does not join. */
const EVERYONE = sql`'00000000-0000-0000-0000-000000000000'::uuid`

export const SnapshotUpdate = Shape('SnapshotUpdate', {
  account_id: Type.Optional(
    Nullable(Id('Only the rows of this account. By default, those of all accounts and their sum')),
  ),
  period: Type.Optional(
    Choice(
      ['current', 'history'],
      'Today, yesterday and the days since the last update, which is the default; or the last 24 months',
    ),
  ),
  period_type: Type.Optional(
    Choice(['daily', 'monthly'], 'Only the rows of days or of months; by default both'),
  ),
  date: Type.Optional(Day('All days from this one on, instead of `period`; not in the future')),
})

export const UpdatedSnapshots = Shape('UpdatedSnapshots', {
  snapshots_updated: Count('Rows that were computed', [4]),
  snapshot_date: DayText('The last day'),
})

/**
 * Computes snapshots from recorded changes, payments and refunds, up to now. Idempotent: the same day gives the same row, as long as
 * nothing was recorded for it meanwhile.
 */
export async function updateSnapshots(
  ctx: PlatformCtx,
  { account_id = null, period = 'current', period_type, date }: Static<typeof SnapshotUpdate>,
): Promise<Static<typeof UpdatedSnapshots>> {
  const now = ctx.now()
  const today = dayOf(now)
  if (date && date > now) throw fail.invalid({ date: ['must not be in the future'] })
  const oldest = dayOf(addMonths(startOfMonth(now), -HISTORY_MONTHS))
  if (account_id) await readAnyAccount(ctx, account_id)
  const types: PeriodType[] = period_type ? [period_type] : ['daily', 'monthly']
  const snapshots_updated = await ctx.transaction(async (tx) => {
    tx.unaudited('metrics are computed from rows whose changes are audited')
    const db = tx.acrossAccounts({ because: 'metrics add up all accounts' })
    await sql`select pg_advisory_xact_lock(hashtext('revenue_snapshots'))`.execute(db)
    const from = date
      ? dayOf(date)
      : period === 'history'
        ? oldest
        : await firstOpenDay(db, now, oldest)
    let updated = 0
    for (const type of types) updated += await updatePeriods(tx, db, type, from, account_id)
    return updated
  })
  if (!account_id) await broadcastLive(ctx)
  return { snapshots_updated, snapshot_date: today }
}

/** Yesterday, or the day after the last one that was over when it was computed. */
async function firstOpenDay(db: Database, now: Date, oldest: string): Promise<string> {
  const yesterday = dayOf(new Date(now.getTime() - DAY_MS))
  const { next } = await db
    .selectFrom('revenue_snapshots')
    .select(sql<string | null>`(max(date) + 1)::text`.as('next'))
    .where('account_id', 'is', null)
    .where('period_type', '=', 'daily')
    .where(sql<boolean>`computed_at >= (date + 1)::timestamp at time zone 'UTC'`)
    .executeTakeFirstOrThrow()
  const first = next ?? oldest
  return first < yesterday ? first : yesterday
}

/**
 * Writes the rows of all periods from `from` until now. All accounts have one for each period and currency, an account
 * only for periods in which something happened.
 */
async function updatePeriods(
  tx: PlatformTx,
  db: Database,
  type: PeriodType,
  from: string,
  accountId: string | null,
): Promise<number> {
  const now = tx.now()
  const unit = type === 'daily' ? 'day' : 'month'
  const start = type === 'daily' ? from : `${from.slice(0, 7)}-01`
  const first = sql`${start}::date`
  const next = sql`${dayOf(new Date(now.getTime() + DAY_MS))}::date`
  const midnight = sql`${first}::timestamp at time zone 'UTC'`
  const own = accountId ? sql`and account_id = ${accountId}` : sql``
  const periodOf = (column: ReturnType<typeof sql>) =>
    sql`date_trunc(${sql.lit(unit)}, ${column})::date`
  const total = (column: string) => sql`coalesce(sum(${sql.ref(column)}), 0)::bigint`
  const { numAffectedRows } = await sql`
    with moved as (
      select account_id, currency, ${periodOf(sql`date::timestamp`)} as date, kind, amount_cents, net_cents,
        position, involuntary,
        -- An account whose first movement is not a gain from zero was paying at the start of the period.
        first_value(kind) over (partition by account_id, currency, ${periodOf(sql`date::timestamp`)}
          order by position)
          not in ('new', 'reactivation') as kept
      from mrr_movements where date >= ${first} and date < ${next} ${own}
    ), flows as (
      select account_id, currency, date, sum(net_cents) as net_cents,
        coalesce(sum(amount_cents) filter (where kind = 'new'), 0) as new_cents,
        coalesce(sum(amount_cents) filter (where kind = 'reactivation'), 0) as reactivation_cents,
        coalesce(sum(amount_cents) filter (where kind = 'expansion'), 0) as expansion_cents,
        coalesce(sum(amount_cents) filter (where kind = 'contraction'), 0) as contraction_cents,
        coalesce(sum(amount_cents) filter (where kind = 'churn'), 0) as churn_cents,
        count(*) filter (where kind = 'new') as new_customers,
        count(*) filter (where kind = 'reactivation') as reactivated_customers,
        count(*) filter (where kind = 'churn') as churned_customers,
        (bool_or(kept) and bool_or(kind = 'churn'))::integer as lost_customers,
        coalesce(sum(amount_cents) filter (where kept and kind = 'expansion'), 0) as kept_expansion_cents,
        coalesce(sum(-net_cents) filter (where kept and kind in ('contraction', 'churn')), 0) as lost_cents,
        coalesce(bool_or(kept) and (array_agg(involuntary order by position) filter (where kind = 'churn'))[1],
          false)::integer as involuntary_customers,
        coalesce(sum(amount_cents) filter (where kept and involuntary), 0) as involuntary_cents,
        0 as payments_count, 0 as revenue_cents
      from moved group by account_id, currency, date
      union all
      select account_id, currency, ${periodOf(sql`processed_at at time zone 'UTC'`)}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        count(*), sum(amount_cents)
      from payments where processed_at >= ${midnight} and processed_at <= ${now}
        and status in ('succeeded', 'partially_refunded', 'refunded') ${own}
      group by 1, 2, 3
      union all
      select account_id, currency, ${periodOf(sql`processed_at at time zone 'UTC'`)}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, -sum(amount_cents)
      from refunds where processed_at >= ${midnight} and processed_at <= ${now} and destination = 'method' ${own}
      group by 1, 2, 3
      union all
      -- Money that the bank returned after it had been paid back.
      select account_id, currency, ${periodOf(sql`failed_at at time zone 'UTC'`)}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, sum(amount_cents)
      from refunds where failed_at >= ${midnight} and failed_at <= ${now} and processed_at is not null ${own}
      group by 1, 2, 3
    ), sums as (
      select coalesce(account_id, ${EVERYONE}) as account_id, currency, date, ${total('net_cents')} as net_cents, ${total('new_cents')} as new_cents,
        ${total('reactivation_cents')} as reactivation_cents, ${total('expansion_cents')} as expansion_cents,
        ${total('contraction_cents')} as contraction_cents, ${total('churn_cents')} as churn_cents,
        ${total('new_customers')} as new_customers, ${total('reactivated_customers')} as reactivated_customers,
        ${total('churned_customers')} as churned_customers, ${total('lost_customers')} as lost_customers,
        ${total('kept_expansion_cents')} as kept_expansion_cents, ${total('lost_cents')} as lost_cents,
        ${total('involuntary_customers')} as involuntary_customers, ${total('involuntary_cents')} as involuntary_cents,
        ${total('payments_count')} as payments_count, ${total('revenue_cents')} as revenue_cents
      from flows
      group by grouping sets ((account_id, currency, date)
        ${accountId ? sql`` : sql`, (currency, date)`})
    ), before as (
      select ${EVERYONE} as account_id, currency, sum(net_cents) as mrr_cents,
        count(*) filter (where kind in ('new', 'reactivation')) - count(*) filter (where kind = 'churn') as paying
      from mrr_movements where date < ${first} and ${sql.lit(accountId === null)} group by currency
      union all
      select account_id, currency, mrr_cents, (mrr_cents > 0)::integer from (
        select distinct on (account_id) account_id, currency, mrr_cents from mrr_movements
        where date < ${first} and account_id in (select account_id from flows)
        order by account_id, position desc) last
    ), periods as (
      select account_id, currency, date from sums
      union
      select ${EVERYONE}, currency, series::date from (
          select ${tx.platform.settings.values.reporting_currency} as currency
          union select currency from before where account_id = ${EVERYONE}
          union select currency from sums where account_id = ${EVERYONE}) currencies,
        generate_series(${first}, ${next} - 1, ${sql.lit(`1 ${unit}`)}::interval) series
      where ${sql.lit(accountId === null)}
    )
    insert into revenue_snapshots (id, account_id, currency, period_type, date, mrr_cents, paying_customers,
      new_cents, reactivation_cents, expansion_cents, contraction_cents, churn_cents,
      new_customers, reactivated_customers, churned_customers, lost_customers, kept_expansion_cents, lost_cents,
      involuntary_customers, involuntary_cents, payments_count, revenue_cents, computed_at)
    select gen_random_uuid(), nullif(account_id, ${EVERYONE}), currency, ${sql.lit(type)}, date,
      coalesce(before.mrr_cents, 0) + sum(coalesce(net_cents, 0)) over upto,
      coalesce(before.paying, 0)
        + sum(coalesce(new_customers, 0) + coalesce(reactivated_customers, 0) - coalesce(churned_customers, 0)) over upto,
      coalesce(new_cents, 0), coalesce(reactivation_cents, 0), coalesce(expansion_cents, 0),
      coalesce(contraction_cents, 0), coalesce(churn_cents, 0),
      coalesce(new_customers, 0), coalesce(reactivated_customers, 0), coalesce(churned_customers, 0),
      coalesce(lost_customers, 0), coalesce(kept_expansion_cents, 0), coalesce(lost_cents, 0),
      coalesce(involuntary_customers, 0), coalesce(involuntary_cents, 0),
      coalesce(payments_count, 0), coalesce(revenue_cents, 0), ${now}
    from periods
    left join sums using (account_id, currency, date) left join before using (account_id, currency)
    window upto as (partition by account_id, currency order by date)
    order by account_id, currency, date
    on conflict (account_id, currency, period_type, date) do update set
      (mrr_cents, paying_customers, new_cents, reactivation_cents, expansion_cents, contraction_cents, churn_cents,
        new_customers, reactivated_customers, churned_customers, lost_customers, kept_expansion_cents, lost_cents,
        involuntary_customers, involuntary_cents, payments_count, revenue_cents, plans, cohorts, largest, computed_at) =
      (excluded.mrr_cents, excluded.paying_customers, excluded.new_cents, excluded.reactivation_cents,
        excluded.expansion_cents, excluded.contraction_cents, excluded.churn_cents, excluded.new_customers,
        excluded.reactivated_customers, excluded.churned_customers, excluded.lost_customers,
        excluded.kept_expansion_cents, excluded.lost_cents, excluded.involuntary_customers,
        excluded.involuntary_cents, excluded.payments_count, excluded.revenue_cents,
        excluded.plans, excluded.cohorts, excluded.largest, excluded.computed_at)`.execute(db)
  if (type === 'monthly' && accountId === null) await updateStanding(db, start, now)
  return Number(numAffectedRows)
}
