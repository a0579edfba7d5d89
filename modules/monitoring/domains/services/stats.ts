import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

export const ServiceStats = Shape('ServiceStats', {
  total_services: Count('All services'),
  up: Count('Services that are up'),
  degraded: Count('Degraded services'),
  down: Count('Services that are down'),
  unknown: Count('Services without a check yet, or without a recent one because no worker runs'),
  paused: Count('Paused services'),
})

/** Counts services by state in one query. */
export async function readServiceStats({ db }: PlatformCtx): Promise<Static<typeof ServiceStats>> {
  const rows = await db
    .selectFrom('services')
    .select(['state', sql<number>`count(*)`.as('count')])
    .groupBy('state')
    .execute()
  const counts = { up: 0, degraded: 0, down: 0, unknown: 0, paused: 0 }
  for (const { state, count } of rows) counts[state] = count
  return { total_services: Object.values(counts).reduce((a, b) => a + b), ...counts }
}
