import { sanitizeText } from '@powernode/contract/text.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { updateSnapshots } from '../analytics/updating.ts'
import { lockBilling } from '../billing/profile.ts'
import { hasOpenCalls } from '../gateway_calls/waiting.ts'
import { changeClock, lockClock, recordStop, type TestClockRow } from './clock_row.ts'
import { AdvanceStopped, nextDue, sweepAccount } from './due.ts'

/** How long one turn works before it leaves its slot to other jobs. */
const TURN_MS = 3000
/** When a gateway that is being asked is looked at again, and how long it is waited for. */
const LOOK_AGAIN_MS = 1000
const WAIT_MINUTES = 10
const MAX_ERROR = 500

export const TestClockTurn = Shape('TestClockTurn', {
  turn: Type.Integer({ minimum: 1, description: 'Turn of the clock', examples: [1] }),
})

export const TestClockStep = Shape('TestClockStep', {
  advanced: Flag('False for an earlier turn, for which there is nothing to do'),
})

/**
 * Moves an advancing clock from one due time of its account to the next, and does there what is due, for a few seconds; then
 * another job goes on. While a payment gateway is being asked, the time stands still, for ten minutes at most. A turn can
 * be repeated: the time moves only once what was due is done, and doing it again changes nothing.
 */
export async function stepTestClock(
  ctx: PlatformCtx,
  id: string,
  { turn }: Static<typeof TestClockTurn>,
): Promise<Static<typeof TestClockStep>> {
  const until = ctx.realNow().getTime() + TURN_MS
  for (;;) {
    const clock = await findClock(ctx, id)
    if (!clock) throw fail.notFound('test_clock')
    if (clock.turn !== turn || clock.status !== 'advancing') return { advanced: false }
    const accountCtx = ctx
      .inAccount(clock.account_id, { kind: 'system' })
      .withClock(() => clock.billing_time)
    try {
      const isLast = ctx.realNow().getTime() > until
      if (await step(accountCtx, clock, isLast)) return { advanced: true }
    } catch (error) {
      if (!(error instanceof AdvanceStopped)) throw error
      await stopFailed(accountCtx, clock, error.message)
      return { advanced: true }
    }
  }
}

/** Gives up an advance whose job was given up. */
export async function abandonAdvance(
  ctx: PlatformCtx,
  { test_clock_id, turn }: { test_clock_id: string; turn: number },
  reason: string,
): Promise<void> {
  const clock = await findClock(ctx, test_clock_id)
  if (clock?.turn !== turn) return
  await stopFailed(ctx.inAccount(clock.account_id, { kind: 'system' }), clock, reason)
}

/** Does what is due, and moves to the next time. Returns whether the turn ends. */
async function step(ctx: Ctx, clock: TestClockRow, isLast: boolean): Promise<boolean> {
  const { billing_time, advancing_from, advancing_to } = clock
  const wasDue = await sweepAccount(ctx)
  if (await hasOpenCalls(ctx)) return waitForGateway(ctx, clock)
  if (wasDue) return isLast && nextTurn(ctx, clock, {})
  if (billing_time >= advancing_to) {
    await updateSnapshots(ctx, {
      account_id: ctx.account.id,
      date: new Date(dayOf(advancing_from)),
    })
    return ifCurrent(ctx, clock, (tx) => changeClock(tx, clock, { status: 'ready' }))
  }
  const next = await nextDue(ctx)
  const moved = { billing_time: next && next < advancing_to ? next : advancing_to }
  if (isLast) return nextTurn(ctx, clock, moved)
  return !(await ifCurrent(ctx, clock, (tx) => moveTo(tx, clock, moved)))
}

async function waitForGateway(ctx: Ctx, clock: TestClockRow): Promise<boolean> {
  const now = ctx.realNow()
  const waiting_since = clock.waiting_since ?? now
  if (now.getTime() - waiting_since.getTime() > WAIT_MINUTES * MINUTE_MS) {
    throw new AdvanceStopped(
      `The payment gateway has not answered for ${WAIT_MINUTES} minutes. Advance again once it does.`,
    )
  }
  const runAt = new Date(now.getTime() + LOOK_AGAIN_MS)
  return nextTurn(ctx, { ...clock, waiting_since }, {}, runAt)
}

interface Moved {
  billing_time?: Date
}

/** Leaves the rest to another job. */
function nextTurn(ctx: Ctx, clock: TestClockRow, moved: Moved, runAt = ctx.realNow()) {
  const { id, waiting_since } = clock
  const turn = clock.turn + 1
  return ifCurrent(ctx, clock, async (tx) => {
    await moveTo(tx, clock, {
      ...moved,
      turn,
      waiting_since: moved.billing_time ? null : waiting_since,
    })
    await tx.enqueue('advance_test_clock', { test_clock_id: id, turn }, { runAt })
  })
}

async function moveTo(
  tx: Tx,
  { id }: TestClockRow,
  columns: Moved & { turn?: number; waiting_since?: Date | null },
): Promise<void> {
  const { billing_time } = columns
  await changeClock(tx, { id }, { waiting_since: null, ...columns })
  if (billing_time) await recordStop(tx, { id, billing_time })
}

async function stopFailed(ctx: Ctx, clock: TestClockRow, reason: string): Promise<void> {
  const error = sanitizeText(reason, MAX_ERROR)
  await ifCurrent(ctx, clock, async (tx) => {
    await changeClock(tx, clock, { status: 'failed', waiting_since: null, error })
    await tx.audit('test_clock.failed', clock.id, { new: { error } })
  })
}

/**
 * Writes to a clock, unless another job has gone on with it. Under the billing lock, so that the time never moves while something
 * is done at it. Returns true, or if it has gone on, false.
 */
function ifCurrent(
  ctx: Ctx,
  { id, turn, billing_time }: TestClockRow,
  write: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('the advance was audited when it was requested')
    await lockBilling(tx)
    const now = await lockClock(tx, id)
    const isSame = now.billing_time.getTime() === billing_time.getTime()
    if (now.turn !== turn || now.status !== 'advancing' || !isSame) return false
    await write(tx)
    return true
  })
}

function findClock(ctx: PlatformCtx, id: string): Promise<TestClockRow | undefined> {
  return ctx
    .acrossAccounts({ because: 'a worker names a clock but no account' })
    .selectFrom('test_clocks')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}
