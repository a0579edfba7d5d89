import { randomUUIDv7 } from 'node:crypto'
import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Day,
  DayText,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { gateways } from '../../gateways/port.ts'

const ALERT_ABOVE = 10

const Signed = (description: string, example: number) =>
  Type.Integer({ description, examples: [example] })

export const ReconciliationTotals = Shape({
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'Currency', examples: ['USD'] }),
  local_count: Count('Payments here'),
  local_cents: Signed('Their sum', 10353),
  local_fee_cents: Signed('Their fees, as far as they are known', 390),
  gateway_count: Count('Payments at the gateway'),
  gateway_cents: Signed('Their sum', 10353),
  gateway_fee_cents: Signed('Their fees, as far as they are known', 390),
})

const reportGateways = [...gateways, 'all'] as const
const reportTypes = ['daily', 'weekly', 'monthly', 'custom'] as const

export const ReconciliationReport = Shape('ReconciliationReport', {
  id: Id(),
  gateway: Choice(reportGateways, 'The gateway that payments are compared with'),
  report_date: DayText('The day that is compared, in UTC'),
  report_type: Choice(reportTypes, 'What it covers'),
  status: Choice(
    ['pending', 'running', 'completed', 'failed'],
    'Whether it was compared. While it is compared again, the figures are those of the last time',
  ),
  starts_at: Time('What is compared was created at this time or later'),
  ends_at: Time('What is compared was created before'),
  local_count: Count('Payments here'),
  gateway_count: Count('Payments at the gateway'),
  variance_cents: Signed('Sum here minus sum at the gateway', 0),
  totals: ListOf(ReconciliationTotals, { description: 'Both sides, by currency' }),
  findings_count: Count('Differences', [1]),
  open_count: Count('Differences that were open', [0]),
  high_count: Count('Open differences of severity high or critical', [0]),
  medium_count: Count('Open differences of severity medium', [0]),
  error: Nullable(Text(1000, { description: 'Why it could not be compared' })),
  created_at: Time('When it was first compared'),
  updated_at: Time('When it last changed'),
  completed_at: Nullable(Time('When it was last compared')),
})

export const ReconciliationReportFilters = {
  gateway: ReconciliationReport.properties.gateway,
  status: ReconciliationReport.properties.status,
}

const ComparedRange = Shape({
  start: Time('At this time or later'),
  end: Time('Before this time'),
})

const compared = (description: string, example = 0) =>
  Type.Integer({ minimum: 0, maximum: 1_000_000_000, description, examples: [example] })

const ComparedSides = Shape({
  local_payments: compared('Payments here', 3),
  stripe_payments: compared('Payments at Stripe', 3),
  paypal_payments: compared('Payments at PayPal'),
  discrepancies_found: compared('Differences, those that were settled at once included', 1),
  total_amount_variance: Signed('Sum here minus sum at the gateways, in cents', 0),
})

export const SubmittedReport = Shape('SubmittedReconciliationReport', {
  reconciliation_date: Day('The day that was compared'),
  reconciliation_type: Choice(reportTypes, 'What it covers'),
  date_range: {
    ...ComparedRange,
    description: 'What was compared, by the time at which it was created',
    examples: [{ start: '2026-11-22T00:00:00.000Z', end: '2026-11-23T00:00:00.000Z' }],
  },
  summary: {
    ...ComparedSides,
    description: 'Both sides',
    examples: [
      {
        ...{ local_payments: 3, stripe_payments: 3, paypal_payments: 0 },
        ...{ discrepancies_found: 1, total_amount_variance: 0 },
      },
    ],
  },
  discrepancies_count: compared('Differences that are open'),
  high_severity_count: compared('Those of severity high or critical'),
  medium_severity_count: compared('Those of severity medium'),
  totals: Type.Optional(
    ListOf(ReconciliationTotals, { maxItems: 200, description: 'Both sides, by currency' }),
  ),
  gateway: Type.Optional(
    Choice(reportGateways, 'The gateway that payments were compared with; all by default'),
  ),
  report_date: Type.Optional(Day('By default `reconciliation_date`')),
  report_type: Type.Optional(Choice(reportTypes, 'By default `reconciliation_type`')),
})

export const AcceptedReport = Shape('AcceptedReconciliationReport', {
  report_id: Id('The report'),
})

type View = Static<typeof ReconciliationReport>

export function listReconciliationReports(
  ctx: PlatformCtx,
  page: PageRequest,
  { gateway, status }: QueryValues<typeof ReconciliationReportFilters>,
) {
  let query = selectReports(ctx)
  if (gateway) query = query.where('gateway', '=', gateway)
  if (status) query = query.where('status', '=', status)
  return paginate(ctx, query, page, 'reconciliation_reports')
}

export async function readReconciliationReport(ctx: PlatformCtx, id: string): Promise<View> {
  const report = await selectReports(ctx).where('id', '=', id).executeTakeFirst()
  if (!report) throw fail.notFound('reconciliation_report')
  return report
}

/**
 * Records a comparison, once for each gateway, day and type: a later one replaces its figures. More than ten open differences,
 * or one of severity high, raise an alert.
 */
export async function submitReport(
  ctx: PlatformCtx,
  input: Static<typeof SubmittedReport>,
): Promise<Static<typeof AcceptedReport>> {
  const { date_range, summary, totals = [], gateway = 'all' } = input
  if (date_range.start > date_range.end) {
    throw fail.invalid({ date_range: ['must not end before it starts'] })
  }
  const report_date = dayOf(input.report_date ?? input.reconciliation_date)
  const report_type = input.report_type ?? input.reconciliation_type
  const figures = {
    status: 'completed' as const,
    starts_at: date_range.start,
    ends_at: date_range.end,
    local_count: summary.local_payments,
    gateway_count: summary.stripe_payments + summary.paypal_payments,
    variance_cents: summary.total_amount_variance,
    totals: json<Record<string, unknown>>({ currencies: totals }),
    findings_count: summary.discrepancies_found,
    open_count: input.discrepancies_count,
    high_count: input.high_severity_count,
    medium_count: input.medium_severity_count,
    error: null,
  }
  const report_id = await ctx.transaction(async (tx) => {
    const now = tx.now()
    const columns = { ...figures, completed_at: now, updated_at: now }
    const { id } = await tx.db
      .insertInto('reconciliation_reports')
      .values({
        id: randomUUIDv7(),
        gateway,
        report_date,
        report_type,
        created_at: now,
        ...columns,
      })
      .onConflict((conflict) =>
        conflict.columns(['gateway', 'report_date', 'report_type']).doUpdateSet(columns),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.audit('reconciliation_report.completed', id, {
      new: { gateway, report_date, open_count: figures.open_count, high_count: figures.high_count },
    })
    return id
  })
  if (figures.open_count > ALERT_ABOVE || figures.high_count > 0) {
    await raiseAlert(ctx, {
      ...{ type: 'reconciliation_differences', severity: 'high' },
      summary: `Payments of ${report_date} differ from what the payment gateway lists: ${figures.open_count} open, ${figures.high_count} of them high or critical. See Business → Reconciliation.`,
      details: { report_id, gateway, report_date },
      dedupe_key: `reconciliation_${gateway}_${report_date}`,
    })
  }
  return { report_id }
}

function selectReports({ db }: PlatformCtx) {
  return db
    .selectFrom('reconciliation_reports')
    .select(['id', 'gateway', 'report_type', 'status', 'starts_at', 'ends_at', 'local_count'])
    .select(['gateway_count', 'variance_cents', 'findings_count', 'open_count', 'high_count'])
    .select(['medium_count', 'error', 'created_at', 'updated_at', 'completed_at'])
    .select([
      sql<string>`report_date::text`.as('report_date'),
      sql<View['totals']>`totals -> 'currencies'`.as('totals'),
    ])
}
