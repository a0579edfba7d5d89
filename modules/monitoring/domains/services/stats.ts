import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

export const ServiceStats = Shape('ServiceStats', {
  total_services: Count('All services'),
  up: Count('Those that work'),
  degraded: Count('Those with something amiss'),
  down: Count('Those that do not work'),
  unknown: Count('Those not checked yet, or not lately because no worker runs'),
  paused: Count('Those that are not checked'),
})

/** How many services are how, from one grouped read. */
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
