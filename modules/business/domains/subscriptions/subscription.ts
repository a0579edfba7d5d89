import {
  type Ctx,
  isInAccount,
  type PlatformCtx,
  type Tx,
} from '@powernode/server/platform/db/context.ts'
import { matchesWordStart } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  Pattern,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { usableMethod } from '../payment_methods/payment_method.ts'
import type { VolumeTiers } from '../plans/discounts.ts'
import { Plan } from '../plans/plan.ts'
import { AppliedDiscount, appliedDiscounts } from '../subscription_discounts/discount.ts'
import { activeDiscounts } from '../subscription_discounts/stored.ts'
import { isLiveAt, statusAt } from './status.ts'
import { type SubscriptionStatusName, statuses } from './transitions.ts'

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

const PlanName = Shape({ id: Id(), name })

const PendingChange = Shape({
  plan: PlanName,
  quantity: Quantity,
  takes_effect: Choice(
    ['period_end', 'payment'],
    'When: at the end of the current period, or when its invoice is paid',
  ),
  invoice_id: Nullable(Id('The invoice that must be paid first; it is void after a day')),
})

export const Subscription = Shape('Subscription', {
  id: Id(),
  account: Shape({
    id: Id(),
    name: Text(100, { description: 'Name of the account' }),
    status: Text(20, { description: 'Only an active account can be used', examples: ['active'] }),
  }),
  status: SubscriptionStatus,
  plan: Shape({ id: Id(), name, slug, price_cents, currency, billing_cycle, features }),
  quantity: Quantity,
  discounts: ListOf(AppliedDiscount, {
    description:
      'Its promotions, coupons and other discounts; what its quantity saves comes on top',
  }),
  pending_change: Nullable(PendingChange),
  current_period_start: Nullable(Time('Start of the current period; null before the first')),
  current_period_end: Nullable(Time('End of the current period, exclusive')),
  next_billing_at: Nullable(Time('When the next period must be paid; null if none follows')),
  trial_start: Nullable(Time('Start of the trial')),
  trial_end: Nullable(Time('End of the trial')),
  past_due_since: Nullable(Time('Since when a payment is overdue')),
  paused_at: Nullable(Time('Since when it is paused')),
  pause_reason: Nullable(Text(500, { description: 'Why it is paused' })),
  suspended_at: Nullable(Time('Since when it is suspended')),
  cancel_at_period_end: Flag('Whether it is cancelled at the end of the current period'),
  cancelled_at: Nullable(Time('When it was cancelled')),
  cancel_reason: Nullable(
    Choice(['requested', 'payment_failure'], 'Why it ended: by request, or unpaid'),
  ),
  cancel_comment: Nullable(Text(500, { description: 'What the account said about it' })),
  ended_at: Nullable(Time('When it ended')),
  waits_for: Nullable(
    Choice(
      ['payment_method', 'payment', 'dispute'],
      'What it needs to continue: a payment method, the payment, or a dispute that is won',
    ),
  ),
  lock_version: Count('Number of changes: send it with a change to learn of others’ changes'),
  created_at: Time('When the account subscribed'),
  updated_at: Time('When it last changed'),
})

const STATUS_LIST = `(${statuses.join('|')})`

export const SubscriptionFilters = {
  status: Pattern(`^${STATUS_LIST}(,${STATUS_LIST})*$`, 'must be statuses, separated by commas', {
    maxLength: 200,
    description: 'One status or several, separated by commas',
    examples: ['active,past_due'],
  }),
  plan_id: Id('Only of this plan'),
  current_period_end_before: Time('Only those whose period ends before'),
  trial_end_before: Time('Only those whose trial ends before'),
  created_after: Time('Only those created at or after'),
  created_before: Time('Only those created before'),
}
export const AdminFilters = {
  status: SubscriptionStatus,
  plan_id: SubscriptionFilters.plan_id,
  search: Text(100, { description: 'Part of the name of the account, or an id' }),
}

type Filters = QueryValues<typeof SubscriptionFilters>

/** The channel topic of an account's subscription. */
export const subscriptionStream = (accountId: string) => `subscriptions:account:${accountId}`

/** Subscriptions of the account; a worker lists those of all accounts. */
export function listSubscriptions(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const from = isInAccount(ctx)
    ? ctx.own('subscriptions').select()
    : ctx.acrossAccounts('admin.subscriptions.read').selectFrom('subscriptions')
  return paginate(ctx, filtered(ctx, selectShape(ctx, from), filters), page, 'subscriptions')
}

function filtered<O>(ctx: PlatformCtx, from: Planned<O>, filters: Filters) {
  let query = from
  const status = filters.status?.split(',') as SubscriptionStatusName[] | undefined
  if (status) query = query.where(statusAt(ctx.now()), 'in', status)
  if (filters.plan_id) query = query.where('subscriptions.plan_id', '=', filters.plan_id)
  const bounds = [
    ['current_period_end', '<', filters.current_period_end_before],
    ['trial_end', '<', filters.trial_end_before],
    ['subscriptions.created_at', '>=', filters.created_after],
    ['subscriptions.created_at', '<', filters.created_before],
  ] as const
  for (const [column, compare, bound] of bounds) {
    if (bound) query = query.where(column, compare, bound)
  }
  return query
}

export async function readSubscription(ctx: Ctx, id: string) {
  const subscription = await selectShape(ctx, ctx.own('subscriptions').select())
    .where('subscriptions.id', '=', id)
    .executeTakeFirst()
  if (!subscription) throw fail.notFound('subscription')
  return subscription
}

/** A subscription of any account, for administrators and workers. */
export async function readAnySubscription(ctx: PlatformCtx, id: string) {
  return readSubscription(ctx.inAccount(await accountOfSubscription(ctx, id)), id)
}

/** The account of a subscription, for administrators and workers. */
export async function accountOfSubscription(ctx: PlatformCtx, id: string): Promise<string> {
  const subscription = await ctx
    .acrossAccounts('admin.subscriptions.read')
    .selectFrom('subscriptions')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!subscription) throw fail.notFound('subscription')
  return subscription.account_id
}

/** Subscriptions of every account. */
export function listAllSubscriptions(
  ctx: PlatformCtx,
  page: PageRequest,
  { status, plan_id, search }: QueryValues<typeof AdminFilters>,
) {
  const all = ctx.acrossAccounts('admin.subscriptions.read').selectFrom('subscriptions')
  let query = selectShape(ctx, all)
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
  const found = await selectShape(ctx, ctx.own('subscriptions').select())
    .orderBy('subscriptions.created_at', 'desc')
    .orderBy('subscriptions.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** Locks a subscription until commit, with the price of its plan. The caller holds the billing lock. */
export async function lockSubscription(tx: Tx, id: string) {
  const subscription = await selectTerms(tx.own('subscriptions').select())
    .where('subscriptions.id', '=', id)
    .forNoKeyUpdate('subscriptions')
    .executeTakeFirst()
  if (!subscription) throw fail.notFound('subscription')
  return subscription
}

/** The same without a lock, for previews. */
export async function readTerms(ctx: Ctx, id: string): Promise<LockedSubscription> {
  const subscription = await selectTerms(ctx.own('subscriptions').select())
    .where('subscriptions.id', '=', id)
    .executeTakeFirst()
  if (!subscription) throw fail.notFound('subscription')
  return subscription
}

export type LockedSubscription = Awaited<ReturnType<typeof lockSubscription>>

function selectTerms(query: Query<object>) {
  return query
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .selectAll('subscriptions')
    .select([
      'plans.name as plan_name',
      'price_cents',
      'currency',
      'billing_cycle',
      'tax_inclusive',
      sql<Static<typeof VolumeTiers>>`volume_discount_tiers`.as('volume_discount_tiers'),
      activeDiscounts.as('discounts'),
    ])
}

type Query<O> = SelectQueryBuilder<DB, 'subscriptions', O>
type Planned<O> = SelectQueryBuilder<DB, 'subscriptions' | 'plans', O>

function selectShape(ctx: PlatformCtx, query: Query<object>) {
  return query.innerJoin('plans', 'plans.id', 'subscriptions.plan_id').select((eb) => [
    'subscriptions.id',
    statusAt(ctx.now()).as('status'),
    'quantity',
    'current_period_start',
    'current_period_end',
    'trial_start',
    'trial_end',
    'past_due_since',
    'paused_at',
    'pause_reason',
    'suspended_at',
    'cancel_at_period_end',
    'cancelled_at',
    'cancel_reason',
    'cancel_comment',
    sql<Date | null>`coalesce(ended_at,
        case when ${isLiveAt(ctx.now())} then null else current_period_end end)`.as('ended_at'),
    'lock_version',
    'subscriptions.created_at',
    'subscriptions.updated_at',
    sql<Static<typeof Subscription>['account']>`(
        select jsonb_build_object('id', a.id, 'name', a.name, 'status', a.status)
        from accounts a where a.id = subscriptions.account_id)`.as('account'),
    sql<Static<typeof Subscription>['plan']>`jsonb_build_object(
        'id', plans.id, 'name', plans.name, 'slug', slug, 'price_cents', price_cents,
        'currency', currency, 'billing_cycle', billing_cycle, 'features', features)`.as('plan'),
    sql<Static<typeof PendingChange> | null>`(select jsonb_build_object(
        'plan', jsonb_build_object('id', p.id, 'name', p.name),
        'quantity', coalesce(upgrade_quantity, pending_quantity), 'invoice_id', upgrade_invoice_id,
        'takes_effect', case when upgrade_invoice_id is null then 'period_end' else 'payment' end)
        from plans p where p.id = coalesce(upgrade_plan_id, pending_plan_id))`.as('pending_change'),
    sql<Date | null>`case when ${statusAt(ctx.now())} in ('trialing', 'active')
        and not cancel_at_period_end then current_period_end end`.as('next_billing_at'),
    missingPart(ctx, eb).as('waits_for'),
    appliedDiscounts.as('discounts'),
  ])
}

function missingPart(ctx: PlatformCtx, eb: ExpressionBuilder<DB, 'subscriptions'>) {
  return sql<'payment_method' | 'payment' | 'dispute' | null>`case
    when dispute_id is not null and ${statusAt(ctx.now())} = 'suspended' then 'dispute'
    when ${statusAt(ctx.now())} not in ('incomplete', 'past_due', 'unpaid', 'suspended') then null
    when exists (select from payment_methods
      where account_id = ${eb.ref('subscriptions.account_id')} and ${usableMethod(ctx)})
    then 'payment' else 'payment_method' end`
}
