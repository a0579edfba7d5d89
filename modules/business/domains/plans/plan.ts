import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import {
  callingUser,
  type PlatformCtx,
  type PlatformTx,
} from '@powernode/server/platform/db/context.ts'
import { isReferenceViolation, json } from '@powernode/server/platform/db/database.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Count,
  Dictionary,
  Flag,
  Id,
  Nullable,
  Pattern,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { isLiveAt } from '../subscriptions/status.ts'
import {
  discountColumns,
  discountFields,
  PromotionCode,
  requireSoundDiscounts,
  selectDiscounts,
  shownDiscounts,
  withSavings,
} from './discounts.ts'
import { LimitChanges, limitsWithDefaults, PlanLimits } from './limits.ts'
import { freeSlug, normalizeName, refuseTaken } from './naming.ts'

const MAX_CENTS = 100_000_000_00

const Name = Pattern('\\S.*\\S', 'must have at least 2 characters', {
  minLength: 2,
  maxLength: 100,
  format: 'name',
  description: 'Name, 2 to 100 characters; unique on this server, ignoring case',
  examples: ['Team'],
})
export const BillingCycleField = Choice(['monthly', 'quarterly', 'yearly'], 'Billing interval')
/** The currencies in which accounts can be billed. */
export const currencies = ['USD', 'EUR', 'GBP'] as const
export const Currency = Choice(currencies, 'Currency of the price')
const Status = Choice(
  ['active', 'inactive', 'archived'],
  'Accounts can subscribe only to an active plan; archived ones stay for their subscribers',
)

/** The public fields of a plan. */
export const PublicPlan = Shape('PublicPlan', {
  id: Id(),
  name: Name,
  slug: Text(100, { description: 'Short name, derived from the name', examples: ['team'] }),
  description: Nullable(Text(1000, { description: 'Description' })),
  price_cents: Type.Integer({
    minimum: 0,
    maximum: MAX_CENTS,
    description: 'Price of one unit for one period, in the smallest unit of the currency',
    examples: [2900],
  }),
  currency: Currency,
  tax_inclusive: Flag('Whether the price includes the tax'),
  billing_cycle: BillingCycleField,
  trial_days: Type.Integer({
    minimum: 0,
    maximum: 365,
    description: 'Length of the trial in days; an account gets one trial',
    examples: [14],
  }),
  features: Dictionary('Features, for the pricing page', [{ support: 'email' }]),
  limits: PlanLimits,
  ...discountFields,
  ...shownDiscounts,
  created_at: Time('When it was created'),
  updated_at: Time('When it last changed'),
})

export const Plan = Shape('Plan', {
  ...PublicPlan.properties,
  status: Status,
  is_public: Flag('Whether it is public; others can only be assigned by an administrator'),
  promotional_discount_code: PromotionCode,
  is_default: Flag('Whether new accounts get it; at most one plan has this'),
  rate_limit_tier: Choice(
    ['free', 'starter', 'professional', 'business', 'unlimited'],
    'Rate limit tier of the account',
  ),
  live_subscriptions_count: Nullable(
    Count('Subscriptions that have not ended; null without permission to manage plans'),
  ),
})

const { id, slug, created_at, updated_at, live_subscriptions_count, limits, ...stored } =
  Plan.properties
const {
  has_annual_discount,
  annual_savings_cents,
  has_volume_discount,
  has_promotional_discount,
  promotion_needs_code,
  ...written
} = stored
const { name, price_cents, ...optional } = written

export const NewPlan = Shape('NewPlan', {
  name,
  price_cents,
  ...Type.Partial(Shape({ ...optional, limits: LimitChanges })).properties,
})
export const PlanChanges = Changes('PlanChanges', Shape({ ...written, limits: LimitChanges }))

export const PlanFilters = { status: Status }

type Changed = Static<typeof PlanChanges>

/** What subscribers agreed to. */
const frozen = [
  ...(['price_cents', 'currency', 'tax_inclusive', 'billing_cycle'] as const),
  'volume_discount_tiers',
] as const

/** Public plans, the cheapest first; users who can manage plans get all of them. */
export async function listPlans(
  ctx: PlatformCtx,
  page: PageRequest,
  { status }: { status?: Static<typeof Status> } = {},
) {
  let query = visiblePlans(ctx)
  if (status) query = query.where('status', '=', status)
  const listing = await paginate(ctx, query, page, 'plans')
  return { ...listing, rows: listing.rows.map(withSavings) }
}

export async function readPlan(ctx: PlatformCtx, id: string): Promise<Static<typeof Plan>> {
  const plan = await visiblePlans(ctx).where('plans.id', '=', id).executeTakeFirst()
  if (!plan) throw fail.notFound('plan')
  return withSavings(plan)
}

export async function createPlan(ctx: PlatformCtx, input: Static<typeof NewPlan>) {
  const id = randomUUIDv7()
  const { limits = {}, features = {}, ...fields } = normalizeName(input)
  const columns = discountColumns(fields)
  requireSmallObjects({ features })
  requireSoundDiscounts(input)
  await ctx
    .transaction(async (tx) => {
      const slug = await freeSlug(tx, columns.name)
      await tx.db
        .insertInto('plans')
        .values({ ...columns, id, slug, limits: json(limits), features: json(features) })
        .execute()
      requireFitForNewAccounts(await requirePlan(tx, id))
      await tx.audit('plan.created', id, { new: input })
    })
    .catch(refuseTaken)
  return readPlan(ctx, id)
}

/**
 * Updates a plan; limits and features are merged. The price cannot change while accounts have the plan: create another
 * instead.
 */
export async function updatePlan(ctx: PlatformCtx, id: string, changes: Changed) {
  const { limits, features, ...fields } = normalizeName(changes)
  const columns = discountColumns(fields)
  requireSmallObjects({ features })
  await ctx
    .transaction(async (tx) => {
      const before = await lockPlan(tx, id)
      requireSoundDiscounts({ ...before, ...changes })
      const changedPrice = frozen.filter(
        (field) =>
          changes[field] !== undefined && !isDeepStrictEqual(changes[field], before[field]),
      )
      if (changedPrice.length > 0 && before.live_subscriptions_count) {
        throw fail.invalid(
          Object.fromEntries(
            changedPrice.map((field) => [field, ['cannot change while accounts have this plan']]),
          ),
        )
      }
      await tx.db
        .updateTable('plans')
        .set({ ...columns, updated_at: tx.now() })
        .set((eb) => ({
          limits: sql`${eb.ref('limits')} || ${json(limits ?? {})}`,
          features: sql`${eb.ref('features')} || ${json(features ?? {})}`,
        }))
        .where('id', '=', id)
        .execute()
      requireFitForNewAccounts(await requirePlan(tx, id))
      await tx.audit('plan.updated', id, diffOf(before, changes))
    })
    .catch(refuseTaken)
  return readPlan(ctx, id)
}

/** Deletes a plan that no account ever had; others can be archived. */
export async function deletePlan(ctx: PlatformCtx, id: string): Promise<void> {
  await ctx
    .transaction(async (tx) => {
      const { name, slug } = await lockPlan(tx, id)
      await tx.db.deleteFrom('plans').where('id', '=', id).execute()
      await tx.audit('plan.deleted', id, { old: { name, slug } })
    })
    .catch((error) => {
      if (isReferenceViolation(error)) throw fail.with('plan_in_use')
      throw error
    })
}

/** Locks a plan until commit, so that it cannot be changed or deleted. */
export async function lockPlanForUse(tx: PlatformTx, id: string) {
  await tx.db.selectFrom('plans').select('id').where('id', '=', id).forShare().execute()
  return findPlan(tx, id)
}

/** The plan of new accounts, if any. */
export function findDefaultPlan(tx: PlatformTx) {
  return selectPlans(tx).where('is_default', '=', true).executeTakeFirst()
}

/** A plan as other domains use it. */
export type FoundPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** A plan that may be private; undefined if there is none. */
export function findPlan(ctx: PlatformCtx, id: string) {
  return selectPlans(ctx).where('plans.id', '=', id).executeTakeFirst()
}

async function requirePlan(ctx: PlatformCtx, id: string) {
  const plan = await findPlan(ctx, id)
  if (!plan) throw fail.notFound('plan')
  return plan
}

async function lockPlan(tx: PlatformTx, id: string) {
  await tx.db.selectFrom('plans').select('id').where('id', '=', id).forUpdate().execute()
  return requirePlan(tx, id)
}

/** New accounts have no payment method yet, so their plan must not need one at once. */
function requireFitForNewAccounts(plan: FoundPlan) {
  if (!plan.is_default) return
  const problem =
    (plan.status !== 'active' && 'must be active') ||
    (!plan.is_public && 'must be public') ||
    (plan.price_cents > 0 && plan.trial_days === 0 && 'must be free or have a trial')
  if (problem) throw fail.invalid({ is_default: [`the plan of new accounts ${problem}`] })
}

function visiblePlans(ctx: PlatformCtx) {
  const all = callingUser(ctx)?.permissions.has('admin.plans.update') ?? false
  const query = selectPlans(ctx, all)
  return all ? query : query.where('status', '=', 'active').where('is_public', '=', true)
}

/** The rows of `Plan`, without what is computed of them. */
function selectPlans(ctx: PlatformCtx, forManager = true) {
  return ctx.db.selectFrom('plans').select((eb) => [
    'plans.id',
    'name',
    'slug',
    'description',
    'price_cents',
    'currency',
    'tax_inclusive',
    'billing_cycle',
    'trial_days',
    'plans.status',
    'is_public',
    'is_default',
    'features',
    'rate_limit_tier',
    'plans.created_at',
    'plans.updated_at',
    limitsWithDefaults(eb.ref('limits')).as('limits'),
    ...selectDiscounts(ctx, forManager),
    sql<number | null>`case when ${forManager} then (
      select count(*) from subscriptions s where s.plan_id = ${eb.ref('plans.id')}
      and ${isLiveAt(ctx.now(), 's')}) end`.as('live_subscriptions_count'),
  ])
}
