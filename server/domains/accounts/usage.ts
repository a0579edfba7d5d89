import { type Static, Type } from 'typebox'
import type { Ctx } from '../../platform/db/context.ts'
import type { LimitName } from '../../platform/extension.ts'
import { Count, Flag, Nullable, Shape } from '../../platform/http/shapes.ts'
import { countActiveKeys } from '../api_keys/api_key.ts'
import { countUsers } from '../users/user.ts'
import { countActiveWebhooks } from '../webhooks/webhook.ts'

/** What "no limit" is written as, so that clients can always compare numbers. */
const UNLIMITED = 9999

const Measure = Shape({
  current: Count('How many there are'),
  limit: Count('How many there may be; 9999 where there is no limit', [UNLIMITED]),
  unlimited: Flag('No limit applies'),
  percentage: Type.Number({ description: 'How much of the limit is used', examples: [40.5] }),
  available: Nullable(Count('How many more there may be; null where there is no limit')),
})

export const Usage = Shape({ max_users: Measure, max_api_keys: Measure, max_webhooks: Measure })

const counts = {
  max_users: countUsers,
  max_api_keys: countActiveKeys,
  max_webhooks: countActiveWebhooks,
} satisfies Record<LimitName, (ctx: Ctx) => Promise<number>>

/** How much of each there is that a plan can limit. */
export function countOf(ctx: Ctx, name: LimitName): Promise<number> {
  return counts[name](ctx)
}

/** How much of its limits an account uses. Where no extension limits anything, nothing is limited. */
export async function readUsage(ctx: Ctx): Promise<Static<typeof Usage>> {
  const { extensions } = ctx.platform.domains
  const limits = await extensions.find(({ limitsOf }) => limitsOf)?.limitsOf?.(ctx)
  const measures = (Object.keys(counts) as LimitName[]).map(async (name) => {
    const limit = limits?.[name] ?? Number.POSITIVE_INFINITY
    return [name, measure(await countOf(ctx, name), limit)]
  })
  return Object.fromEntries(await Promise.all(measures))
}

/** Without room for any, all of it is used. */
function measure(current: number, limit: number): Static<typeof Measure> {
  if (limit === Number.POSITIVE_INFINITY) {
    return { current, limit: UNLIMITED, unlimited: true, percentage: 0, available: null }
  }
  const percentage = limit > 0 ? Math.round((current / limit) * 1000) / 10 : 100
  return { current, limit, unlimited: false, percentage, available: Math.max(limit - current, 0) }
}
