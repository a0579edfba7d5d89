import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { assembled, Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { cleanupCounts } from '@powernode/server/platform/module.ts'
import { type Expiry, retentionDays } from '@powernode/server/platform/retention.ts'
import { type Kysely, sql } from 'kysely'

const BATCH = 5000
/** Less than the job may take. */
const RUN_MS = 4 * MINUTE_MS

/** Deleted rows by kind. */
export const CleanUp = assembled<Record<string, number>>('CleanUp', () =>
  Shape(
    Object.fromEntries(
      Object.entries(cleanupCounts()).map(([name, { counts }]) => [name, Count(counts)]),
    ),
  ),
)

/**
 * Deletes rows past their retention and runs the periodic tasks of the domains. Idempotent: what does not fit into one run
 * is deleted by the next.
 */
export async function cleanUpExpired(ctx: PlatformCtx): Promise<Record<string, number>> {
  const { retention, sweep } = ctx.platform.composition
  const deadline = performance.now() + RUN_MS
  const counts: Record<string, number> = {}
  for (const [name, { run }] of Object.entries(sweep)) counts[name] = await run(ctx)
  for (const [table, { rows }] of Object.entries(retention)) {
    counts[table] = 0
    for (const expiry of rows) {
      for (let batch = BATCH; batch === BATCH && performance.now() < deadline; ) {
        batch = await deleteBatch(ctx, table, expiry)
        counts[table] += batch
      }
    }
  }
  return counts
}

/** Deletes the oldest rows in a short transaction, so that nobody waits for their locks. Returns their number. */
function deleteBatch(ctx: PlatformCtx, table: string, expiry: Expiry) {
  const { by, where = {} } = expiry
  const days = retentionDays(expiry, ctx.platform.settings.values)
  return ctx.transaction(async (tx) => {
    tx.unaudited('deletes only what had no effect any more')
    const db = tx.acrossAccounts({
      because: 'expired rows are deleted in every account',
    }) as unknown as Kysely<Record<string, Record<string, unknown>>>
    let expired = db
      .selectFrom(table)
      .select(sql`ctid`.as('ctid'))
      .where(by, '<', new Date(tx.now().getTime() - days * DAY_MS))
    for (const [column, value] of Object.entries(where)) {
      expired = expired.where(column, '=', value)
    }
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where(sql`ctid`, '=', sql`any(array(${expired.orderBy(by).limit(BATCH)}))`)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}
