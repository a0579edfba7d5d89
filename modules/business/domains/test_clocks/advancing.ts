import { randomUUIDv7 } from 'node:crypto'
import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { isDuplicate } from '@powernode/server/platform/db/database.ts'
import { Id, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { lockBilling } from '../billing/profile.ts'
import { enabledGateways } from '../payment_gateways/credentials.ts'
import { endSubscription } from '../subscriptions/ending.ts'
import { lockSubscription } from '../subscriptions/subscription.ts'
import { changeClock, inAccountOfClock, lockClock, recordStop } from './clock_row.ts'
import { readTestClock, requireTestClocks } from './test_clock.ts'

/** How far a clock is advanced at once. */
const MAX_YEARS = 2

export const NewTestClock = Shape('NewTestClock', { account_id: Id('The account') })

export const TestClockAdvance = Shape('TestClockAdvance', {
  to: Time(`Where to: after the billing time, by at most ${MAX_YEARS} years`),
})

/**
 * Gives an account a test clock, which stands at the present. 422 `test_clocks_unavailable` in production, and while a gateway
 * moves real money.
 */
export async function createTestClock(ctx: Ctx, { account_id }: Static<typeof NewTestClock>) {
  await requireTesting(ctx)
  await readAnyAccount(ctx, account_id).catch(() => {
    throw fail.invalid({ account_id: ['is not an account'] })
  })
  const id = randomUUIDv7()
  await ctx
    .inAccount(account_id)
    .transaction(async (tx) => {
      const now = tx.realNow()
      const times = { billing_time: now, advancing_from: now, advancing_to: now }
      await tx
        .own('test_clocks')
        .insert({ ...{ id, status: 'ready', ...times }, created_at: now, updated_at: now })
        .execute()
      await recordStop(tx, { id, billing_time: now })
      await tx.audit('test_clock.created', id, { new: { billing_time: now } })
      await tx.refresh('test_clocks')
    })
    .catch((error) => {
      if (!isDuplicate(error, 'test_clocks_account')) throw error
      throw fail.invalid({ account_id: ['has a test clock'] })
    })
  return readTestClock(ctx, id)
}

/** Starts to advance a clock: a job does what is due until then. 409 while it is advancing. */
export async function startAdvance(ctx: Ctx, id: string, { to }: Static<typeof TestClockAdvance>) {
  await requireTesting(ctx)
  const accountCtx = await inAccountOfClock(ctx, id)
  await accountCtx.transaction(async (tx) => {
    const clock = await lockClock(tx, id)
    const { status, billing_time, turn } = clock
    if (status === 'advancing') throw fail.with('invalid_transition', 'This clock is advancing')
    if (to <= billing_time) throw fail.invalid({ to: ['must be after the billing time'] })
    if (to > yearsAfter(billing_time, MAX_YEARS)) {
      throw fail.invalid({ to: [`must be at most ${MAX_YEARS} years after the billing time`] })
    }
    await changeClock(tx, clock, {
      ...{ status: 'advancing', advancing_from: billing_time, advancing_to: to },
      ...{ turn: turn + 1, waiting_since: null, error: null },
    })
    await tx.audit('test_clock.advanced', id, { old: { billing_time }, new: { billing_time: to } })
    await tx.enqueue('advance_test_clock', { test_clock_id: id, turn: turn + 1 })
  })
  return readTestClock(ctx, id)
}

/**
 * Removes a clock. The account returns to the present, so its subscription ends at the billing time: otherwise it would not
 * renew until that time has come. 409 while it is advancing.
 */
export async function deleteTestClock(ctx: Ctx, id: string): Promise<void> {
  requireTestClocks(ctx)
  const accountCtx = await inAccountOfClock(ctx, id)
  await accountCtx.transaction(async (tx) => {
    await lockBilling(tx)
    const clock = await lockClock(tx, id)
    const { status, billing_time } = clock
    if (status === 'advancing') throw fail.with('invalid_transition', 'This clock is advancing')
    if (billing_time > tx.realNow()) await endLiveSubscription(tx)
    await changeClock(tx, clock, { ended_at: tx.realNow() })
    await tx.audit('test_clock.deleted', id, { old: { billing_time } })
    await tx.refresh('test_clocks')
  })
}

async function endLiveSubscription(tx: Tx): Promise<void> {
  const live = await tx
    .own('subscriptions')
    .select()
    .select('id')
    .where('status', 'not in', ['cancelled', 'incomplete_expired'])
    .executeTakeFirst()
  if (!live) return
  const subscription = await lockSubscription(tx, live.id)
  await endSubscription(tx, subscription, { at: tx.now(), reason: 'requested' })
}

/** 422 in production, and while a payment gateway is in live mode. */
async function requireTesting(ctx: PlatformCtx): Promise<void> {
  requireTestClocks(ctx)
  const enabled = await enabledGateways(ctx)
  if (enabled.every(({ livemode }) => !livemode)) return
  throw fail.with('test_clocks_unavailable', 'A payment gateway is in live mode')
}

function yearsAfter(time: Date, years: number): Date {
  const then = new Date(time)
  then.setUTCFullYear(then.getUTCFullYear() + years)
  return then
}
