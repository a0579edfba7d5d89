import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { assembled, Count, Flag, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { countLimited, type LimitName, limitNames } from '@powernode/server/platform/module.ts'
import { type Static, Type } from 'typebox'

/** What "no limit" is written as, so that clients can always compare numbers. */
const UNLIMITED = 9999

const Measure = Shape('LimitUsage', {
  current: Count('How many there are'),
  limit: Count('How many there may be; 9999 where there is no limit', [UNLIMITED]),
  unlimited: Flag('No limit applies'),
  percentage: Type.Number({ description: 'How much of the limit is used', examples: [40.5] }),
  available: Nullable(Count('How many more there may be; null where there is no limit')),
})

type Measured = Record<LimitName, Static<typeof Measure>>

export const AccountUsage = assembled<Measured>('AccountUsage', () =>
  Shape(Object.fromEntries(limitNames().map((name) => [name, Measure]))),
)

/** How much of its limits an account uses. Where no extension limits anything, nothing is limited. */
export async function readUsage(ctx: Ctx): Promise<Measured> {
  const { domains } = ctx.platform.composition
  const limits = await domains.find(({ limitsOf }) => limitsOf)?.limitsOf?.(ctx)
  const measures = limitNames().map(async (name) => {
    const limit = limits?.[name] ?? Number.POSITIVE_INFINITY
    return [name, measure(await countLimited(ctx, name), limit)]
  })
  return Object.fromEntries(await Promise.all(measures)) as Record<
    LimitName,
    Static<typeof Measure>
  >
}

/** Without room for any, all of it is used. */
function measure(current: number, limit: number): Static<typeof Measure> {
  if (limit === Number.POSITIVE_INFINITY) {
    return { current, limit: UNLIMITED, unlimited: true, percentage: 0, available: null }
  }
  const percentage = limit > 0 ? Math.round((current / limit) * 1000) / 10 : 100
  return { current, limit, unlimited: false, percentage, available: Math.max(limit - current, 0) }
}
