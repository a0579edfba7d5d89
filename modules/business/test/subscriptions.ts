import { randomUUIDv7 } from 'node:crypto'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { rowsOf, unaudited } from '@powernode/server/test/rows.ts'
import { vi } from 'vitest'

type Status = DB['subscriptions']['status']
type Cycle = 'monthly' | 'quarterly' | 'yearly'

/** Tests of metrics use days of next year: the job queue does not bear a clock that goes back. */
export const YEAR = new Date().getUTCFullYear() + 1

/** Sets the clock to a moment of a day of that year, noon by default: `01-31`. Only `Date` is faked. */
export function at(day: string, time = '12:00:00.000Z') {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${YEAR}-${day}T${time}`) })
}

/** A plan, without the permissions that the API needs: the clock can be at any day. */
export async function planOf(
  ctx: Ctx,
  fields: { price_cents: number; billing_cycle?: Cycle; currency?: 'USD' | 'EUR' },
) {
  const id = randomUUIDv7()
  await ctx.platform.database
    .insertInto('plans')
    .values({ id, name: id, slug: id, ...fields })
    .execute()
  return id
}

/** Subscribes an account as the domain does, in any status: the row and its event. */
export async function subscribe(
  ctx: Ctx,
  plan_id: string,
  status: Status = 'active',
  quantity = 1,
) {
  const id = randomUUIDv7()
  await unaudited(ctx, async (tx) => {
    const now = tx.now()
    const current_period_end = new Date(now.getTime() + 30 * 86_400_000)
    await tx
      .own('subscriptions')
      .insert({
        ...{ id, plan_id, status, quantity, current_period_start: now, current_period_end },
        ...{ created_at: now, updated_at: now },
      })
      .execute()
    await tx.emit('subscription.created', { id, plan_id, status })
  })
  return id
}

/** Changes a subscription: its row and its event. */
export async function change(
  ctx: Ctx,
  id: string,
  columns: {
    plan_id?: string
    status?: Status
    quantity?: number
    ended_at?: Date
    cancel_reason?: 'requested' | 'payment_failure'
    trial_end?: Date
  },
) {
  await unaudited(ctx, async (tx) => {
    await rowsIn(tx, id, columns)
    const row = await tx
      .own('subscriptions')
      .select()
      .select(['plan_id', 'status'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const event = { id, ...row }
    if (columns.ended_at) await tx.emit('subscription.cancelled', event)
    else await tx.emit('subscription.updated', { ...event, changes: Object.keys(columns) })
  })
}

type Tx = Parameters<Parameters<Ctx['transaction']>[0]>[0]
const rowsIn = (tx: Tx, id: string, columns: object) =>
  tx.own('subscriptions').update(columns).where('id', '=', id).execute()

/** Ends a subscription at this moment. */
export const end = (ctx: Ctx, id: string, ended_at = ctx.now()) =>
  change(ctx, id, { status: 'cancelled', ended_at })

/** Records a payment received now. Returns its id. */
export async function pay(ctx: Ctx, amount_cents: number, currency: 'USD' | 'EUR' = 'USD') {
  const now = ctx.now()
  const { id } = await rowsOf(ctx, 'payments')
    .insert({
      ...({ gateway: 'manual', status: 'succeeded' } as const),
      ...{ amount_cents, currency, processed_at: now, created_at: now, updated_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Records that a part of a payment was paid back now. Returns the id of the refund. */
export async function payBack(
  ctx: Ctx,
  payment_id: string,
  amount_cents: number,
  destination: 'method' | 'balance' = 'method',
) {
  const now = ctx.now()
  const { id } = await rowsOf(ctx, 'refunds')
    .insert({
      ...({ gateway: 'manual', status: 'succeeded', currency: 'USD', livemode: false } as const),
      ...{ payment_id, amount_cents, destination, reason: 'Sorry' },
      ...{ processed_at: now, created_at: now, updated_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Records that the bank returned a refund now. */
export const returnRefund = (ctx: Ctx, id: string) =>
  rowsOf(ctx, 'refunds')
    .update({ status: 'failed', failed_at: ctx.now() })
    .where('id', '=', id)
    .execute()
