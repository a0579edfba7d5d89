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
import { findCaller, type IdentifierMatch } from './identifier.ts'

/** Throttles that count an email address, whoever calls. */
const PER_ADDRESS = new Set<ThrottleName>([
  'unknown_email',
  'reset_mail',
  'confirmation_mail',
  'invitation_mail',
])

export const LimitScopes = Choice(
  ['ip', 'user', 'api_key', 'account', 'worker', 'email'],
  'What the limit counts by',
)

export const RateLimit = Shape('RateLimit', {
  rule: Text(40, { description: 'The limit', examples: ['user_minute'] }),
  scope: LimitScopes,
  current: Count('Requests in this window', [42]),
  limit: Nullable(Count('The limit; null where there is none', [1200])),
  remaining: Nullable(Count('Requests left', [1158])),
  reset_in: Count('Seconds until the window ends', [17]),
})

export const IdentifierLimits = Shape('RateLimits', {
  identifier: Type.String({ description: 'As requested', examples: ['192.0.2.1'] }),
  counted_in: Choice(
    ['memory', 'redis'],
    'Redis counts for all servers; in memory each server counts its own requests and reports only these',
  ),
  limits: ListOf(RateLimit, {
    description: 'The store of the counters at present; null when nothing is counted',
  }),
})

export const ClearedRateLimits = Shape('ClearedRateLimits', {
  identifier: IdentifierLimits.properties.identifier,
  keys_cleared: Count('Counters that were reset', [2]),
})

export async function readLimits(
  ctx: Ctx,
  identifier: string,
): Promise<Static<typeof IdentifierLimits>> {
  const limits = await currentLimits(ctx, await findCaller(ctx, identifier))
  return { identifier, counted_in: counterStore(ctx), limits }
}

/** Resets the counters of a caller: in Redis or in every process, and those of the sign-in throttles. */
export async function clearLimits(
  ctx: Ctx,
  identifier: string,
): Promise<Static<typeof ClearedRateLimits>> {
  const found = await findCaller(ctx, identifier)
  const keys_cleared = (await currentLimits(ctx, found)).length
  await ctx.transaction(async (tx) => {
    await clearThrottles(tx, keysOf(found))
    for (const { scope, id } of found.counted) await tx.forget({ limits: `${scope}:${id}` })
    await tx.audit('rate_limiting.cleared', null, { metadata: { identifier, keys_cleared } })
  })
  return { identifier, keys_cleared }
}

/** The store of the general limits at this moment. */
export function counterStore({ platform }: Ctx) {
  return platform.redis?.up ? ('redis' as const) : ('memory' as const)
}

async function currentLimits(
  ctx: Ctx,
  found: IdentifierMatch,
): Promise<Static<typeof RateLimit>[]> {
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
      const name = throttleNames().find((throttle) => key.startsWith(`${throttle}:`))
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
): Static<typeof RateLimit> {
  if (limit === Number.POSITIVE_INFINITY) {
    return { rule, scope, current, limit: null, remaining: null, reset_in }
  }
  return { rule, scope, current, limit, remaining: Math.max(limit - current, 0), reset_in }
}

function keysOf({ identities }: IdentifierMatch) {
  return identities.flatMap((id) => throttleNames().map((name) => throttleKey(name, id)))
}
