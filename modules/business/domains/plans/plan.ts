import { randomUUIDv7 } from 'node:crypto'
import {
  type PlatformCtx,
  type PlatformTx,
  userBehind,
} from '@powernode/server/platform/db/context.ts'
import { breaksReference, isDuplicate, json } from '@powernode/server/platform/db/database.ts'
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
import { LimitChanges, limitsWithDefaults, PlanLimits } from './limits.ts'

const MAX_CENTS = 100_000_000_00

const Name = Pattern('\\S.*\\S', 'must have at least 2 characters', {
  minLength: 2,
  maxLength: 100,
  format: 'name',
  description: 'Name, 2 to 100 characters; unique on this server, whatever the case',
  examples: ['Team'],
})
export const BillingCycleField = Choice(['monthly', 'quarterly', 'yearly'], 'How often it is paid')
export const Currency = Choice(['USD', 'EUR', 'GBP'], 'Currency of the price')
const Status = Choice(
  ['active', 'inactive', 'archived'],
  'Only an active plan can be subscribed to; archived ones are kept for those who have them',
)

/** What anybody may know of a plan. */
export const PublicPlan = Shape('PublicPlan', {
  id: Id(),
  name: Name,
  slug: Text(100, { description: 'Short name, made of the name', examples: ['team'] }),
  description: Nullable(Text(1000, { description: 'Whom it is for' })),
  price_cents: Type.Integer({
    minimum: 0,
    maximum: MAX_CENTS,
    description: 'Price of one, for one period, in the smallest unit of the currency',
    examples: [2900],
  }),
  currency: Currency,
  billing_cycle: BillingCycleField,
  trial_days: Type.Integer({
    minimum: 0,
    maximum: 365,
    description: 'Days that an account may try it before it pays, once',
    examples: [14],
  }),
  features: Dictionary('What it offers, for the page that shows plans', [{ support: 'e-mail' }]),
  limits: PlanLimits,
  created_at: Time('When it was made'),
  updated_at: Time('When it last changed'),
})

export const Plan = Shape('Plan', {
  ...PublicPlan.properties,
  status: Status,
  is_public: Flag('Shown to everybody; others can only be given by an administrator'),
  is_default: Flag('What new accounts are subscribed to; at most one plan is'),
  rate_limit_tier: Choice(
    ['free', 'starter', 'professional', 'business', 'unlimited'],
    'How many requests the account may make',
  ),
  live_subscriptions_count: Nullable(
    Count('Subscriptions to it that have not ended; null unless you look after plans'),
  ),
})

const { id, slug, created_at, updated_at, live_subscriptions_count, limits, ...written } =
  Plan.properties
const { name, price_cents, ...optional } = written

export const NewPlan = Shape('NewPlan', {
  name,
  price_cents,
  ...Type.Partial(Shape({ ...optional, limits: LimitChanges })).properties,
})
export const PlanChanges = Changes('PlanChanges', Shape({ ...written, limits: LimitChanges }))

export const PlanFilters = { status: Status }

type Changed = Static<typeof PlanChanges>

/** Plans on offer, the cheapest first; whoever looks after plans sees them all. */
export function listPlans(
  ctx: PlatformCtx,
  page: PageRequest,
  { status }: { status?: Static<typeof Status> } = {},
) {
  let query = visiblePlans(ctx)
  if (status) query = query.where('status', '=', status)
  return paginate(ctx, query, page, 'plans')
}

export async function readPlan(ctx: PlatformCtx, id: string): Promise<Static<typeof Plan>> {
  const plan = await visiblePlans(ctx).where('plans.id', '=', id).executeTakeFirst()
  if (!plan) throw fail.notFound('plan')
  return plan
}

export async function createPlan(ctx: PlatformCtx, input: Static<typeof NewPlan>) {
  const id = randomUUIDv7()
  const { limits = {}, features = {}, ...columns } = tidy(input)
  await ctx
    .transaction(async (tx) => {
      const slug = await freeSlug(tx, columns.name)
      await tx.db
        .insertInto('plans')
        .values({ ...columns, id, slug, limits: json(limits), features: json(features) })
        .execute()
      requireFitForAll(await requirePlan(tx, id))
      await tx.audit('plan.created', id, { new: input })
    })
    .catch(refuseTaken)
  return readPlan(ctx, id)
}

/** Limits and features are merged. What it costs cannot change while accounts have it: make another plan instead. */
export async function updatePlan(ctx: PlatformCtx, id: string, changes: Changed) {
  const { limits, features, ...columns } = tidy(changes)
  await ctx
    .transaction(async (tx) => {
      const before = await lockPlan(tx, id)
      const price = (['price_cents', 'currency', 'billing_cycle'] as const).filter(
        (field) => columns[field] !== undefined && columns[field] !== before[field],
      )
      if (price.length > 0 && before.live_subscriptions_count) {
        throw fail.invalid(
          Object.fromEntries(
            price.map((field) => [field, ['cannot change while accounts have this plan']]),
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
      requireFitForAll(await requirePlan(tx, id))
      await tx.audit('plan.updated', id, diffOf(before, changes))
    })
    .catch(refuseTaken)
  return readPlan(ctx, id)
}

/** Only a plan that nobody ever had can go; others are archived. */
export async function deletePlan(ctx: PlatformCtx, id: string): Promise<void> {
  await ctx
    .transaction(async (tx) => {
      const { name, slug } = await lockPlan(tx, id)
      await tx.db.deleteFrom('plans').where('id', '=', id).execute()
      await tx.audit('plan.deleted', id, { old: { name, slug } })
    })
    .catch((error) => {
      if (breaksReference(error)) throw fail.with('plan_in_use')
      throw error
    })
}

/** The plan until commit as it is now: its price cannot change, and it stays. */
export async function lockPlanForUse(tx: PlatformTx, id: string) {
  await tx.db.selectFrom('plans').select('id').where('id', '=', id).forShare().execute()
  return findPlan(tx, id)
}

/** The plan that new accounts are subscribed to, if there is one. */
export function findDefaultPlan(tx: PlatformTx) {
  return selectPlans(tx).where('is_default', '=', true).executeTakeFirst()
}

function findPlan(ctx: PlatformCtx, id: string) {
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

/** New accounts have no payment method yet, so what they begin with must not ask for one at once. */
function requireFitForAll(plan: Static<typeof Plan>) {
  if (!plan.is_default) return
  const problem =
    (plan.status !== 'active' && 'must be active') ||
    (!plan.is_public && 'must be public') ||
    (plan.price_cents > 0 && plan.trial_days === 0 && 'must be free or have a trial')
  if (problem) throw fail.invalid({ is_default: [`the plan of new accounts ${problem}`] })
}

/** "AI  Pro " → "AI Pro". */
function tidy<T extends { name?: string }>(input: T): T {
  return input.name === undefined
    ? input
    : { ...input, name: input.name.trim().replace(/\s+/g, ' ') }
}

/** Made of the name, with a number where that is taken; two made at once find out by the index. */
async function freeSlug(tx: PlatformTx, name: string): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 90) || 'plan'
  const rows = await tx.db
    .selectFrom('plans')
    .select('slug')
    .where(sql<boolean>`slug = ${base} or slug ~ ${`^${base}-[0-9]+$`}`)
    .execute()
  const taken = new Set(rows.map((row) => row.slug))
  for (let suffix = 0; ; suffix++) {
    const slug = suffix ? `${base}-${suffix}` : base
    if (!taken.has(slug)) return slug
  }
}

function refuseTaken(error: unknown): never {
  if (isDuplicate(error, 'plans_name') || isDuplicate(error, 'plans_slug_key'))
    throw fail.invalid({ name: ['is already taken'] })
  if (isDuplicate(error, 'plans_default'))
    throw fail.invalid({ is_default: ['another plan is what new accounts begin with'] })
  throw error
}

function visiblePlans(ctx: PlatformCtx) {
  const all = userBehind(ctx)?.permissions.has('admin.plans.update') ?? false
  const query = selectPlans(ctx, all)
  return all ? query : query.where('status', '=', 'active').where('is_public', '=', true)
}

/** The rows behind `Plan`. */
function selectPlans({ db, now }: PlatformCtx, counted = true) {
  return db.selectFrom('plans').select((eb) => [
    'plans.id',
    'name',
    'slug',
    'description',
    'price_cents',
    'currency',
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
    sql<number | null>`case when ${counted} then (
      select count(*) from subscriptions s where s.plan_id = ${eb.ref('plans.id')}
      and ${isLiveAt(now(), 's')}) end`.as('live_subscriptions_count'),
  ])
}
