import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { Choice, Count, Day, Id, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  DAY_MS,
  dayOf,
  HOUR_MS,
  MINUTE_MS,
  nextDay,
  startOfStep,
} from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'
import { type GatewayName, gateways } from '../../gateways/port.ts'
import { CallCredentials, credentialsOf, enabledGateways } from '../payment_gateways/credentials.ts'
import { readReconciliationReport } from './report.ts'

/** Yesterday and the three days before, in which late payments appear. */
const DAYS = 4
/** How long after a payment the gateway may not list it yet. */
const LAG_MS: Record<GatewayName, number> = { stripe: 10 * MINUTE_MS, paypal: 3 * HOUR_MS }
const MAX_ERROR = 1000

export const DayToCompare = Shape('ReconciliationDay', {
  gateway: Choice(gateways, 'The gateway to compare payments with'),
  date: Day('The day to compare, in UTC'),
})

export const ScheduledDays = Shape('ScheduledReconciliation', {
  jobs_count: Count('Comparisons that were enqueued', [8]),
})

export const BegunComparison = Shape('BegunReconciliation', {
  report_id: Id('The report'),
  starts_at: Time('Compare what was created at this time or later'),
  ends_at: Time('Compare what was created before'),
  credentials: CallCredentials,
})

type DayInput = Static<typeof DayToCompare>

/** Enqueues the comparisons of the last days with each enabled gateway, the newest first. */
export async function scheduleComparisons(ctx: PlatformCtx): Promise<Static<typeof ScheduledDays>> {
  const enabled = await enabledGateways(ctx)
  const today = startOfStep(ctx.now(), DAY_MS)
  const jobs = enabled.flatMap(({ gateway }) =>
    Array.from({ length: DAYS }, (_, before) => ({
      input: { gateway, date: dayOf(new Date(today.getTime() - (before + 1) * DAY_MS)) },
    })),
  )
  if (jobs.length > 0) {
    await ctx.transaction(async (tx) => {
      tx.unaudited('each comparison is audited')
      await tx.enqueueAll('reconcile_day', jobs)
    })
  }
  return { jobs_count: jobs.length }
}

/** Enqueues the comparison of a day, today at the latest. 422 `gateway_not_configured` without credentials. */
export async function requestComparison(ctx: PlatformCtx, { gateway, date }: DayInput) {
  if (date > ctx.now()) throw fail.invalid({ date: ['must not be in the future'] })
  const { livemode } = await credentialsOf(ctx, gateway)
  const id = await ctx.transaction(async (tx) => {
    const { id } = await startReport(tx, { gateway, date }, { status: 'pending', livemode })
    await tx.audit('reconciliation_report.requested', id, {
      new: { gateway, report_date: dayOf(date) },
    })
    await tx.enqueue('reconcile_day', { gateway, date: dayOf(date) })
    return id
  })
  return readReconciliationReport(ctx, id)
}

/** Begins a comparison, also again, and hands out the credentials for it. */
export async function beginComparison(
  ctx: PlatformCtx,
  day: DayInput,
): Promise<Static<typeof BegunComparison>> {
  const credentials = await credentialsOf(ctx, day.gateway)
  return ctx.transaction(async (tx) => {
    tx.unaudited('the result of the comparison is audited')
    const { livemode } = credentials
    const { id, ...range } = await startReport(tx, day, { status: 'running', livemode })
    return { report_id: id, ...range, credentials }
  })
}

/** Ends a comparison whose job was given up. */
export async function abandonComparison(
  ctx: PlatformCtx,
  { gateway, date }: { gateway: GatewayName; date: string },
  reason: string,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('the job is in the dead letters')
    await tx.db
      .updateTable('reconciliation_reports')
      .set({ status: 'failed', error: reason.slice(0, MAX_ERROR), updated_at: tx.now() })
      .where('gateway', '=', gateway)
      .where('report_date', '=', new Date(date))
      .where('report_type', '=', 'daily')
      .execute()
  })
}

async function startReport(
  tx: PlatformTx,
  { gateway, date }: DayInput,
  started: { status: 'pending' | 'running'; livemode: boolean },
) {
  const now = tx.now()
  const listed = new Date(now.getTime() - LAG_MS[gateway])
  const end = nextDay(date)
  const ends_at = new Date(Math.max(date.getTime(), Math.min(end.getTime(), listed.getTime())))
  const columns = { ...started, starts_at: date, ends_at, error: null, updated_at: now }
  return tx.db
    .insertInto('reconciliation_reports')
    .values({
      ...{ id: randomUUIDv7(), gateway, report_date: dayOf(date), report_type: 'daily' },
      ...columns,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['gateway', 'report_date', 'report_type']).doUpdateSet(columns),
    )
    .returning(['id', 'starts_at', 'ends_at'])
    .executeTakeFirstOrThrow()
}
