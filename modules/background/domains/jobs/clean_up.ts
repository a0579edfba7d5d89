import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { assembled, Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { cleanupCounts } from '@powernode/server/platform/module.ts'
import type { Expiry } from '@powernode/server/platform/retention.ts'
import type { Kysely } from 'kysely'

/** Deleted rows by kind. */
export const CleanUp = assembled<Record<string, number>>('CleanUp', () =>
  Shape(
    Object.fromEntries(
      Object.entries(cleanupCounts()).map(([name, { counts }]) => [name, Count(counts)]),
    ),
  ),
)

/** Deletes rows past their retention and runs the periodic tasks of the domains. Idempotent. */
export async function cleanUpExpired(ctx: PlatformCtx): Promise<Record<string, number>> {
  const { retention, sweep } = ctx.platform.composition
  const counts: Record<string, number> = {}
  for (const [name, { run }] of Object.entries(sweep)) counts[name] = await run(ctx)
  for (const [table, { rows }] of Object.entries(retention)) {
    counts[table] = 0
    for (const expiry of rows) counts[table] += await deleteExpired(ctx, table, expiry)
  }
  return counts
}

function deleteExpired(ctx: PlatformCtx, table: string, { by, days, where = {} }: Expiry) {
  return ctx.transaction(async (tx) => {
    tx.unaudited('deletes only what had no effect any more')
    const db = tx.acrossAccounts({
      because: 'expired rows are deleted in every account',
    }) as unknown as Kysely<Record<string, Record<string, unknown>>>
    let deletion = db.deleteFrom(table).where(by, '<', new Date(tx.now().getTime() - days * DAY_MS))
    for (const [column, value] of Object.entries(where)) {
      deletion = deletion.where(column, '=', value)
    }
    const { numDeletedRows } = await deletion.executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}
