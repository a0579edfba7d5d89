import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import analytics from './domains/analytics/domain.ts'
import billing from './domains/billing/domain.ts'
import coupons from './domains/coupons/domain.ts'
import creditGrants from './domains/credit_grants/domain.ts'
import creditNotes from './domains/credit_notes/domain.ts'
import disputes from './domains/disputes/domain.ts'
import dunnings from './domains/dunnings/domain.ts'
import gatewayCalls from './domains/gateway_calls/domain.ts'
import gatewayConnectionJobs from './domains/gateway_connection_jobs/domain.ts'
import gatewayEvents from './domains/gateway_events/domain.ts'
import invoices from './domains/invoices/domain.ts'
import ledger from './domains/ledger/domain.ts'
import paymentGateways from './domains/payment_gateways/domain.ts'
import paymentMethods from './domains/payment_methods/domain.ts'
import payments from './domains/payments/domain.ts'
import plans from './domains/plans/domain.ts'
import reconciliation from './domains/reconciliation/domain.ts'
import refunds from './domains/refunds/domain.ts'
import reports from './domains/reports/domain.ts'
import subscriptionDiscounts from './domains/subscription_discounts/domain.ts'
import subscriptions from './domains/subscriptions/domain.ts'
import { inBillingTime } from './domains/test_clocks/billing_time.ts'
import testClocks from './domains/test_clocks/domain.ts'

/** Plans, subscriptions, invoices, the ledger, metrics and reports. */
export default defineModule({
  name: 'business',
  domains: [
    ...[
      plans,
      coupons,
      subscriptions,
      subscriptionDiscounts,
      paymentGateways,
      gatewayConnectionJobs,
      gatewayCalls,
      paymentMethods,
      billing,
      invoices,
      creditGrants,
      creditNotes,
      payments,
      gatewayEvents,
      refunds,
      disputes,
      dunnings,
      ledger,
      analytics,
      reconciliation,
      testClocks,
    ].map(inBillingTime),
    // Their schedules and files go by the real time.
    reports,
  ],
  migrations: join(import.meta.dirname, 'migrations'),
})
