import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  ListOf,
  Nullable,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import {
  allowedBy,
  clearThrottles,
  type ThrottleName,
  throttleKey,
  throttleNames,
} from '@powernode/server/platform/http/throttles.ts'
import { type Static, Type } from 'typebox'
import { findCounted, type IdentifierMatch } from './identifier.ts'

/** Throttles that count an e-mail address, whoever calls. */
const PER_ADDRESS = new Set<ThrottleName>(['unknown_email', 'reset_mail', 'confirmation_mail'])

export const LimitScopes = Choice(
  ['ip', 'user', 'api_key', 'account', 'worker', 'email'],
  'Whose requests are counted together',
)

export const Limit = Shape('RateLimit', {
  rule: Text(40, { description: 'Which limit', examples: ['user_minute'] }),
  scope: LimitScopes,
  current: Count('Counted in this window', [42]),
  limit: Nullable(Count('How much it allows; null where it does not hold', [1200])),
  remaining: Nullable(Count('How much is left', [1158])),
  reset_in: Count('Seconds until the window ends', [17]),
})

export const IdentifierLimits = Shape('RateLimits', {
  identifier: Type.String({ description: 'As asked', examples: ['192.0.2.1'] }),
  counted_in: Choice(
    ['memory', 'redis'],
    'Redis counts for all servers; in memory each counts what it answers, and tells its own',
  ),
  limits: ListOf(Limit, { description: 'What counts them at present; nothing where nothing does' }),
})

export const ClearedRateLimits = Shape('ClearedRateLimits', {
  identifier: IdentifierLimits.properties.identifier,
  keys_cleared: Count('Counters that were reset', [2]),
})

export async function readLimits(
  ctx: Ctx,
  identifier: string,
): Promise<Static<typeof IdentifierLimits>> {
  const limits = await standing(ctx, await findCounted(ctx, identifier))
  return { identifier, counted_in: countedIn(ctx), limits }
}

/** Lets somebody begin anew: in Redis or in every process, and on the throttles of sign-in. */
export async function clearLimits(
  ctx: Ctx,
  identifier: string,
): Promise<Static<typeof ClearedRateLimits>> {
  const found = await findCounted(ctx, identifier)
  const keys_cleared = (await standing(ctx, found)).length
  await ctx.transaction(async (tx) => {
    await clearThrottles(tx, keysOf(found))
    for (const { scope, id } of found.counted) await tx.forget({ limits: `${scope}:${id}` })
    await tx.audit('rate_limiting.cleared', null, { metadata: { identifier, keys_cleared } })
  })
  return { identifier, keys_cleared }
}

/** Where the general limits are counted at this moment. */
export function countedIn({ platform }: Ctx) {
  return platform.redis?.up ? ('redis' as const) : ('memory' as const)
}

async function standing(ctx: Ctx, found: IdentifierMatch): Promise<Static<typeof Limit>[]> {
  const [general, throttled] = await Promise.all([
    ctx.platform.limits.look(found.counted),
    ctx.db
      .selectFrom('auth_throttles')
      .select(['key', 'points', 'expire'])
      .where('key', 'in', ['', ...keysOf(found)])
      .where('expire', '>', ctx.now().getTime())
      .orderBy('key')
      .execute(),
  ])
  const { values } = ctx.platform.settings
  return [
    ...general.map(({ rule, limit, used, seconds }) => {
      return limitOf(rule.name, rule.scope, used, limit, seconds)
    }),
    ...throttled.flatMap(({ key, points, expire }) => {
      const name = throttleNames().find((known) => key.startsWith(`${known}:`))
      if (!name) return []
      const scope = name && PER_ADDRESS.has(name) ? 'email' : (found.counted[0]?.scope ?? 'ip')
      const seconds = Math.ceil(((expire ?? 0) - ctx.now().getTime()) / 1000)
      return limitOf(name, scope, points, allowedBy(name, values), seconds)
    }),
  ]
}

function limitOf(
  rule: string,
  scope: Static<typeof LimitScopes>,
  current: number,
  limit: number,
  reset_in: number,
): Static<typeof Limit> {
  if (limit === Number.POSITIVE_INFINITY) {
    return { rule, scope, current, limit: null, remaining: null, reset_in }
  }
  return { rule, scope, current, limit, remaining: Math.max(limit - current, 0), reset_in }
}

function keysOf({ identities }: IdentifierMatch) {
  return identities.flatMap((id) => throttleNames().map((name) => throttleKey(name, id)))
}
