import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { assembled, Count, Flag, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { countLimited, type LimitName, limitNames } from '@powernode/server/platform/module.ts'
import { type Static, Type } from 'typebox'

/** The value of `limit` if there is no limit, so that clients can always compare numbers. */
const UNLIMITED = 9999

const Measure = Shape('LimitUsage', {
  current: Count('Current number'),
  limit: Count('Maximum number; 9999 if there is no limit', [UNLIMITED]),
  unlimited: Flag('Whether there is no limit'),
  percentage: Type.Number({
    description: 'Percentage of the limit that is used',
    examples: [40.5],
  }),
  available: Nullable(Count('Remaining number; null if there is no limit')),
})

type Measured = Record<LimitName, Static<typeof Measure>>

export const AccountUsage = assembled<Measured>('AccountUsage', () =>
  Shape(Object.fromEntries(limitNames().map((name) => [name, Measure]))),
)

/** Usage of each limit. If no domain provides limits, everything is unlimited. */
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

/** A limit of 0 is reported as fully used. */
function measure(current: number, limit: number): Static<typeof Measure> {
  if (limit === Number.POSITIVE_INFINITY) {
    return { current, limit: UNLIMITED, unlimited: true, percentage: 0, available: null }
  }
  const percentage = limit > 0 ? Math.round((current / limit) * 1000) / 10 : 100
  return { current, limit, unlimited: false, percentage, available: Math.max(limit - current, 0) }
}
