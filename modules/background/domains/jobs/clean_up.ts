import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { assembled, Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { cleanedUp } from '@powernode/server/platform/module.ts'
import type { Kysely } from 'kysely'

const DAY_MS = 24 * 3600_000

/** How much of each kind went, by name. */
export const CleanUp = assembled<Record<string, number>>('CleanUp', () =>
  Shape(
    Object.fromEntries(
      Object.entries(cleanedUp()).map(([name, { counts }]) => [name, Count(counts)]),
    ),
  ),
)

/** Deletes what the domains keep no longer, and does what else time brings about. Twice does no harm. */
export async function cleanUpExpired(ctx: PlatformCtx): Promise<Record<string, number>> {
  const { retention, sweep } = ctx.platform.composition
  const counts: Record<string, number> = {}
  for (const [name, { run }] of Object.entries(sweep)) counts[name] = await run(ctx)
  const db = ctx.acrossAccounts() as unknown as Kysely<Record<string, Record<string, unknown>>>
  for (const [table, { rows }] of Object.entries(retention)) {
    counts[table] = 0
    for (const { by, days, where = {} } of rows) {
      let deletion = db
        .deleteFrom(table)
        .where(by, '<', new Date(ctx.now().getTime() - days * DAY_MS))
      for (const [column, value] of Object.entries(where)) {
        deletion = deletion.where(column, '=', value)
      }
      const { numDeletedRows } = await deletion.executeTakeFirstOrThrow()
      counts[table] += Number(numDeletedRows)
    }
  }
  // The window of a throttle ends at a number of milliseconds.
  const { numDeletedRows } = await ctx
    .acrossAccounts()
    .deleteFrom('auth_throttles')
    .where('expire', '<', ctx.now().getTime())
    .executeTakeFirstOrThrow()
  return { ...counts, auth_throttles: Number(numDeletedRows) }
}
