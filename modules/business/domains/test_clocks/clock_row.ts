import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Selectable, Updateable } from 'kysely'
import { TEST_CLOCKS_STREAM } from './test_clock.ts'

export type TestClockRow = Selectable<DB['test_clocks']>

/** The context of the account of a clock, for administrators and workers. */
export async function inAccountOfClock(ctx: PlatformCtx, id: string): Promise<Ctx> {
  const clock = await ctx
    .acrossAccounts('admin.test_clocks.read')
    .selectFrom('test_clocks')
    .select('account_id')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!clock) throw fail.notFound('test_clock')
  return ctx.inAccount(clock.account_id)
}

/** Locks a clock until commit; 404 once it is removed. */
export async function lockClock(tx: Tx, id: string): Promise<TestClockRow> {
  const clock = await tx
    .own('test_clocks')
    .select()
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!clock) throw fail.notFound('test_clock')
  return clock
}

type Columns = Omit<Updateable<DB['test_clocks']>, 'id' | 'account_id' | 'updated_at'>

/** Changes a locked clock, and tells who watches it. */
export async function changeClock(
  tx: Tx,
  { id }: Pick<TestClockRow, 'id'>,
  columns: Columns,
): Promise<void> {
  const { status, billing_time } = await tx
    .own('test_clocks')
    .update({ ...columns, updated_at: tx.realNow() })
    .where('id', '=', id)
    .returning(['status', 'billing_time'])
    .executeTakeFirstOrThrow()
  await tx.broadcast(TEST_CLOCKS_STREAM, {
    type: 'test_clock_changed',
    test_clock: { id, status, billing_time },
    timestamp: tx.realNow().toISOString(),
  })
}

/** Remembers that from now on, what happens to the account happens at this time. */
export async function recordStop(
  tx: Tx,
  { id, billing_time }: Pick<TestClockRow, 'id' | 'billing_time'>,
): Promise<void> {
  const stop = { id: randomUUIDv7(), test_clock_id: id, billing_time, stopped_at: tx.realNow() }
  await tx.own('test_clock_stops').insert(stop).execute()
}
