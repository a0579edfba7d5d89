import { AccountBrief } from '@powernode/modules/identity/domains/accounts/account.ts'
import { setTier } from '@powernode/modules/identity/domains/accounts/status.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { tierOf } from '@powernode/server/platform/http/rate_rules.ts'
import {
  Choice,
  Count,
  Nullable,
  type QueryValues,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Tier, tierNames } from '@powernode/server/platform/kernel/tiers.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

const AssignedTier = Nullable(Choice(tierNames, 'The tier assigned to it; null for the default'))

/** An account with its rate limit tier. */
export const RateLimitedAccount = Shape('RateLimitedAccount', {
  ...AccountBrief.properties,
  tier: Choice(tierNames, 'The tier in effect'),
  tier_override: AssignedTier,
  requests: Count('Its requests of the last 24 hours', [1200]),
  throttled: Count('How many of them were refused', [3]),
})

export const AccountFilters = {
  search: Text(100, { description: 'Part of a name or subdomain' }),
  tier_override: Choice(tierNames, 'Only accounts that this tier is assigned to'),
}

export const RateLimitTierChange = Shape('RateLimitTierChange', { tier_override: AssignedTier })

type Filters = QueryValues<typeof AccountFilters>

export async function listRateLimitedAccounts(
  ctx: Ctx,
  page: PageRequest,
  { search, tier_override }: Filters,
) {
  let query = select(ctx)
  if (tier_override) query = query.where('rate_limit_tier', '=', tier_override)
  if (search) {
    query = query.where((eb) =>
      eb.or([
        matchesWordStart(eb.ref('name'), search),
        matchesWordStart(eb.ref('subdomain'), search),
      ]),
    )
  }
  const listing = await paginate(ctx, query, page, 'accounts')
  return { ...listing, rows: listing.rows.map((row) => withTier(ctx, row)) }
}

/** Assigns a tier to an account, or removes it. Takes effect with the next request, in every process. */
export async function changeTier(
  ctx: Ctx,
  id: string,
  { tier_override }: Static<typeof RateLimitTierChange>,
): Promise<Static<typeof RateLimitedAccount>> {
  await ctx.transaction(async (ownTx) => {
    const before = await ownTx.db
      .selectFrom('accounts')
      .select('rate_limit_tier')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw fail.notFound('account')
    if (before.rate_limit_tier === tier_override) return
    await setTier(ownTx, id, tier_override)
    const tx = ownTx.inAccount(id)
    await tx.audit('account.tier_changed', id, {
      old: { tier: before.rate_limit_tier },
      new: { tier: tier_override },
    })
    await tx.forget({ account: id })
  })
  return withTier(ctx, await select(ctx).where('id', '=', id).executeTakeFirstOrThrow())
}

function withTier<A extends { tier_override: Tier | null }>({ platform }: Ctx, account: A) {
  return { ...account, tier: tierOf(account.tier_override, platform.settings.values) }
}

function select(ctx: Ctx) {
  const since = new Date(ctx.now().getTime() - DAY_MS)
  const sum = (column: 'requests' | 'throttled') =>
    sql<number>`coalesce((select sum(${sql.ref(column)}) from rate_limit_totals
      where account_id = accounts.id and hour > ${since}), 0)::bigint`.as(column)
  return ctx
    .acrossAccounts('admin.rate_limiting.read')
    .selectFrom('accounts')
    .select(['id', 'name', 'status', 'subdomain', 'rate_limit_tier as tier_override'])
    .select([sum('requests'), sum('throttled')])
    .$narrowType<{ tier_override: Tier | null }>()
}
