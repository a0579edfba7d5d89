import { defineDomain } from '@powernode/server/platform/module.ts'
import { sql } from 'kysely'
import { contract } from './contract.ts'
import { comparing, reconciliation, reconciliationFlags, reconciliationReports } from './routes.ts'
import { abandonComparison } from './running.ts'

export default defineDomain({
  name: 'reconciliation',
  tables: [
    'reconciliation_reports',
    'reconciliation_flags',
    'reconciliation_investigations',
    'missing_payments',
    'reconciled_payments',
  ],
  contract,
  routes: [reconciliation, reconciliationReports, reconciliationFlags, comparing],
  onDeadLetter: { reconcile_day: abandonComparison },
  names: {
    reconciliation_flag: {
      rows: ({ db }) => db.selectFrom('reconciliation_flags').select(['id', 'external_id as name']),
      recorded: 'external_id',
    },
    reconciliation_report: {
      rows: ({ db }) =>
        db
          .selectFrom('reconciliation_reports')
          .select(['id', sql<string>`report_date::text`.as('name')]),
      recorded: 'report_date',
    },
  },
  examples: {
    async reconciliation({ worker, owner }) {
      const payment = (gateway: 'stripe' | 'paypal') =>
        worker.post('/payments', {
          ...{ account_id: owner.accountId, status: 'succeeded', gateway, currency: 'USD' },
          ...{ external_id: `${gateway}_${owner.id}`, amount_cents: 2900 },
        })
      await payment('paypal')
      return payment('stripe')
    },
    async reports({ worker }) {
      const { report_id: id } = (await worker.post('/reconciliation/report', {
        reconciliation_date: '2026-11-23',
        reconciliation_type: 'daily',
        date_range: { start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' },
        summary: {
          ...{ local_payments: 0, stripe_payments: 0, paypal_payments: 0 },
          ...{ discrepancies_found: 0, total_amount_variance: 0 },
        },
        ...{ discrepancies_count: 0, high_severity_count: 0, medium_severity_count: 0 },
      })) as unknown as { report_id: string }
      return { id }
    },
    async flags({ worker, owner }) {
      const { flag_id: id } = (await worker.post('/reconciliation/flags', {
        ...{ type: 'unknown_transaction', provider: 'stripe', external_id: `ch_${owner.id}` },
      })) as unknown as { flag_id: string }
      return { id }
    },
  },
})
