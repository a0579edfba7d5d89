import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import { AccountName, accountAt } from '../invoices/invoice.ts'

export const TestClock = Shape('TestClock', {
  id: Id(),
  account: AccountName,
  status: Choice(
    ['ready', 'advancing', 'failed'],
    'Ready to be advanced; advancing: what is due until then is being done; failed: it stopped on the way',
  ),
  billing_time: Time('The time at which the billing of the account is. It stands still'),
  advancing_from: Time('Where the last advance began'),
  advancing_to: Time('Where the last advance goes'),
  progress: Count('How much of the last advance is done, in percent', [100]),
  waiting_since: Nullable(Time('Since when it waits for a payment gateway, in real time')),
  error: Nullable(
    Text(500, {
      description: 'Why it failed',
      examples: ['The payment gateway has not answered for ten minutes'],
    }),
  ),
  next_renewal_at: Nullable(
    Time('When the current period of the subscription ends; null if nothing renews'),
  ),
  created_at: Time('When the account got it'),
  updated_at: Time('When it last changed'),
})

export const TestClockFilters = { account_id: Id('Only of this account') }

/** The stream of the channel of test clocks. */
export const TEST_CLOCKS_STREAM = 'test_clocks'

/** 422 `test_clocks_unavailable` if NODE_ENV is production. */
export function requireTestClocks({ platform }: PlatformCtx): void {
  if (platform.config.isProduction) throw fail.with('test_clocks_unavailable')
}

export function listTestClocks(
  ctx: PlatformCtx,
  page: PageRequest,
  { account_id }: QueryValues<typeof TestClockFilters>,
) {
  const query = selectTestClocks(ctx)
  const filtered = account_id ? query.where('account_id', '=', account_id) : query
  return paginate(ctx, filtered, page, 'test_clocks')
}

export async function readTestClock(ctx: PlatformCtx, id: string) {
  const clock = await selectTestClocks(ctx).where('id', '=', id).executeTakeFirst()
  if (!clock) throw fail.notFound('test_clock')
  return clock
}

function selectTestClocks(ctx: PlatformCtx) {
  requireTestClocks(ctx)
  const all: SelectQueryBuilder<DB, 'test_clocks', object> = ctx
    .acrossAccounts('admin.test_clocks.read')
    .selectFrom('test_clocks')
  return all
    .select(['id', 'status', 'billing_time', 'advancing_from', 'advancing_to', 'waiting_since'])
    .select(['error', 'created_at', 'updated_at'])
    .select([
      accountAt('test_clocks').as('account'),
      sql<number>`coalesce(floor(100 * extract(epoch from billing_time - advancing_from)
        / nullif(extract(epoch from advancing_to - advancing_from), 0)), 100)::integer`.as(
        'progress',
      ),
      sql<Date | null>`(select current_period_end from subscriptions s
        where s.account_id = test_clocks.account_id and not cancel_at_period_end
          and s.status in ('trialing', 'active') and current_period_end > billing_time)`.as(
        'next_renewal_at',
      ),
    ])
    .where('ended_at', 'is', null)
}
