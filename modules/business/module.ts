import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import analytics from './domains/analytics/domain.ts'
import billing from './domains/billing/domain.ts'
import creditGrants from './domains/credit_grants/domain.ts'
import creditNotes from './domains/credit_notes/domain.ts'
import invoices from './domains/invoices/domain.ts'
import ledger from './domains/ledger/domain.ts'
import paymentMethods from './domains/payment_methods/domain.ts'
import payments from './domains/payments/domain.ts'
import plans from './domains/plans/domain.ts'
import reports from './domains/reports/domain.ts'
import subscriptions from './domains/subscriptions/domain.ts'

/** Plans, subscriptions, invoices, the ledger, metrics and reports. */
export default defineModule({
  name: 'business',
  domains: [
    plans,
    subscriptions,
    paymentMethods,
    billing,
    invoices,
    creditGrants,
    creditNotes,
    payments,
    ledger,
    analytics,
    reports,
  ],
  migrations: join(import.meta.dirname, 'migrations'),
})
