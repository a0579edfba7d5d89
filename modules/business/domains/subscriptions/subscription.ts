import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { matchesWordStart } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { usableMethod } from '../payment_methods/payment_method.ts'
import { Plan } from '../plans/plan.ts'
import { isLiveAt, statusAt } from './status.ts'
import { statuses } from './transitions.ts'

const { name, slug, price_cents, currency, billing_cycle, features } = Plan.properties

export const Quantity = Type.Integer({
  minimum: 1,
  maximum: 100_000,
  description: 'How many units of the plan are paid for',
  examples: [1],
})

export const SubscriptionStatus = Choice(
  statuses,
  'Status. The account has the plan while it is trialing, active or past_due',
)

export const Subscription = Shape('Subscription', {
  id: Id(),
  status: SubscriptionStatus,
  plan: Shape({ id: Id(), name, slug, price_cents, currency, billing_cycle, features }),
  quantity: Quantity,
  current_period_start: Nullable(Time('Start of the current period; null before the first')),
  current_period_end: Nullable(Time('End of the current period, exclusive')),
  next_billing_at: Nullable(Time('When the next period must be paid; null if none follows')),
  trial_start: Nullable(Time('Start of the trial')),
  trial_end: Nullable(Time('End of the trial')),
  cancel_at_period_end: Flag('Whether it is cancelled at the end of the current period'),
  cancelled_at: Nullable(Time('When it was cancelled')),
  ended_at: Nullable(Time('When it ended')),
  waits_for: Nullable(
    Choice(
      ['payment_method', 'payment'],
      'What it needs to continue: a payment method, or the payment',
    ),
  ),
  created_at: Time('When the account subscribed'),
  updated_at: Time('When it last changed'),
})

/** The same with its account, for administrators of every account. */
export const AccountSubscription = Shape('AccountSubscription', {
  ...Subscription.properties,
  account: Shape({
    id: Id(),
    name: Text(100, { description: 'Name of the account' }),
    status: Text(20, { description: 'Only an active account can be used', examples: ['active'] }),
  }),
})

export const SubscriptionFilters = { status: SubscriptionStatus }
export const AdminFilters = {
  ...SubscriptionFilters,
  plan_id: Id('Only of this plan'),
  search: Text(100, { description: 'Part of the name of the account, or an id' }),
}

type Filters = QueryValues<typeof AdminFilters>

/** The channel topic of an account's subscription. */
export const subscriptionStream = (accountId: string) => `subscriptions:account:${accountId}`

export function listSubscriptions(ctx: Ctx, page: PageRequest, { status }: Filters) {
  let query = selectShape(ctx, ctx.own('subscriptions').select())
  if (status) query = query.where(statusAt(ctx.now()), '=', status)
  return paginate(ctx, query, page, 'subscriptions')
}

export async function readSubscription(ctx: Ctx, id: string) {
  const subscription = await selectShape(ctx, ctx.own('subscriptions').select())
    .where('subscriptions.id', '=', id)
    .executeTakeFirst()
  if (!subscription) throw fail.notFound('subscription')
  return subscription
}

/** Subscriptions of every account. */
export function listAllSubscriptions(
  ctx: Ctx,
  page: PageRequest,
  { status, plan_id, search }: Filters,
) {
  const all = ctx.acrossAccounts('admin.subscriptions.read').selectFrom('subscriptions')
  let query = withAccount(selectShape(ctx, all))
  if (status) query = query.where(statusAt(ctx.now()), '=', status)
  if (plan_id) query = query.where('subscriptions.plan_id', '=', plan_id)
  if (search && isId(search)) query = query.where('subscriptions.id', '=', search)
  else if (search) {
    query = query.where(
      sql<boolean>`subscriptions.account_id in
        (select id from accounts where ${matchesWordStart(sql.ref('name'), search)})`,
    )
  }
  return paginate(ctx, query, page, 'subscriptions')
}

/** The current or last subscription of an account; null if it never had one. */
export async function readLastSubscription(ctx: Ctx) {
  const found = await withAccount(selectShape(ctx, ctx.own('subscriptions').select()))
    .orderBy('subscriptions.created_at', 'desc')
    .orderBy('subscriptions.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** Locks a subscription until commit, with the price of its plan. */
export async function lockSubscription(tx: Tx, id: string) {
  const subscription = await tx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .selectAll('subscriptions')
    .select([
      'plans.name as plan_name',
      'price_cents',
      'currency',
      'billing_cycle',
      'tax_inclusive',
    ])
    .where('subscriptions.id', '=', id)
    .forNoKeyUpdate('subscriptions')
    .executeTakeFirst()
  if (!subscription) throw fail.notFound('subscription')
  return subscription
}

type Query<O> = SelectQueryBuilder<DB, 'subscriptions', O>

function selectShape(ctx: Ctx, query: Query<object>) {
  return query.innerJoin('plans', 'plans.id', 'subscriptions.plan_id').select((eb) => [
    'subscriptions.id',
    statusAt(ctx.now()).as('status'),
    'quantity',
    'current_period_start',
    'current_period_end',
    'trial_start',
    'trial_end',
    'cancel_at_period_end',
    'cancelled_at',
    sql<Date | null>`coalesce(ended_at,
        case when ${isLiveAt(ctx.now())} then null else current_period_end end)`.as('ended_at'),
    'subscriptions.created_at',
    'subscriptions.updated_at',
    sql<Static<typeof Subscription>['plan']>`jsonb_build_object(
        'id', plans.id, 'name', plans.name, 'slug', slug, 'price_cents', price_cents,
        'currency', currency, 'billing_cycle', billing_cycle, 'features', features)`.as('plan'),
    sql<Date | null>`case when ${statusAt(ctx.now())} in ('trialing', 'active')
        and not cancel_at_period_end then current_period_end end`.as('next_billing_at'),
    missingPart(ctx, eb).as('waits_for'),
  ])
}

function missingPart(ctx: Ctx, eb: ExpressionBuilder<DB, 'subscriptions'>) {
  return sql<'payment_method' | 'payment' | null>`case
    when ${statusAt(ctx.now())} not in ('incomplete', 'past_due', 'unpaid') then null
    when exists (select from payment_methods
      where account_id = ${eb.ref('subscriptions.account_id')} and ${usableMethod(ctx)})
    then 'payment' else 'payment_method' end`
}

function withAccount<O>(query: SelectQueryBuilder<DB, 'subscriptions' | 'plans', O>) {
  return query.innerJoin('accounts', 'accounts.id', 'subscriptions.account_id').select(
    sql<Static<typeof AccountSubscription>['account']>`jsonb_build_object(
        'id', accounts.id, 'name', accounts.name, 'status', accounts.status)`.as('account'),
  )
}
