import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { AmountOff, DiscountCode, PercentOff, Periods } from '../coupons/offer.ts'
import { AccountName, accountAt } from '../invoices/invoice.ts'

const terms = {
  source: Choice(['promotion', 'coupon', 'manual'], 'What gave it'),
  code: Nullable(DiscountCode),
  percent: Nullable(PercentOff),
  amount_cents: Nullable(AmountOff),
  periods: Nullable(Periods),
  periods_left: Nullable(
    Type.Integer({
      minimum: 0,
      description: 'How many periods are left, the current one included; null for good',
      examples: [2],
    }),
  ),
  started_at: Nullable(
    Time('From when it counts; null while it waits for the payment of an upgrade'),
  ),
}

/** A discount as its account sees it. */
export const AppliedDiscount = Shape('AppliedDiscount', terms)

export const SubscriptionDiscount = Shape('SubscriptionDiscount', {
  id: Id(),
  account: AccountName,
  subscription_id: Id('The subscription'),
  coupon_id: Nullable(Id('The coupon that was redeemed')),
  status: Choice(
    ['waiting', 'active', 'ended', 'released'],
    'Waiting until an upgrade is paid; released if it never took effect',
  ),
  ...terms,
  reason: Nullable(
    Text(500, {
      description: 'Why an administrator gave it',
      examples: ['Sorry for the outage'],
    }),
  ),
  ended_at: Nullable(Time('When it ended')),
  created_at: Time('When it was given'),
  updated_at: Time('When it last changed'),
})

export const SubscriptionDiscountFilters = {
  subscription_id: Id('Only of this subscription'),
  coupon_id: Id('Only redemptions of this coupon'),
  account_id: Id('Only of this account'),
}

/** The discounts of the subscriptions of every account. */
export function listDiscounts(
  ctx: PlatformCtx,
  page: PageRequest,
  filters: QueryValues<typeof SubscriptionDiscountFilters>,
) {
  const { subscription_id, coupon_id, account_id } = filters
  let query = selectDiscount(ctx)
  if (subscription_id) query = query.where('subscription_id', '=', subscription_id)
  if (coupon_id) query = query.where('coupon_id', '=', coupon_id)
  if (account_id) query = query.where('account_id', '=', account_id)
  return paginate(ctx, query, page, 'subscription_discounts')
}

export async function readDiscount(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof SubscriptionDiscount>> {
  const discount = await selectDiscount(ctx).where('id', '=', id).executeTakeFirst()
  if (!discount) throw fail.notFound('subscription_discount')
  return discount
}

/** The discounts that a subscription has, as JSON in a query. */
export const appliedDiscounts = sql<Static<typeof AppliedDiscount>[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('source', source, 'code', code,
    'percent', basis_points / 100.0::float8, 'amount_cents', amount_cents, 'periods', periods,
    'periods_left', periods_left, 'started_at',
    to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by created_at, id), '[]')
  from subscription_discounts where subscription_id = subscriptions.id
    and status in ('waiting', 'active'))`

function selectDiscount(ctx: PlatformCtx) {
  const all: SelectQueryBuilder<DB, 'subscription_discounts', object> = ctx
    .acrossAccounts('admin.subscription_discounts.read')
    .selectFrom('subscription_discounts')
  return all.select([
    'id',
    'subscription_id',
    'coupon_id',
    'status',
    'source',
    'code',
    sql<number | null>`basis_points / 100.0::float8`.as('percent'),
    'amount_cents',
    'periods',
    'periods_left',
    'reason',
    'started_at',
    'ended_at',
    'created_at',
    'updated_at',
    accountAt('subscription_discounts').as('account'),
  ])
}
