import { Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import type { MetricScope } from './scope.ts'

export const Definition = Shape('MetricDefinition', {
  name: Text(50, { description: 'Name of the field', examples: ['mrr_cents'] }),
  definition: Text(500, {
    description: 'What it counts',
    examples: ['Monthly value of all active and past due subscriptions.'],
  }),
  rows: Nullable(
    Text(200, {
      description:
        'Where the records behind it can be listed; null if it is computed from other figures',
      examples: ['/api/v1/admin/subscriptions'],
    }),
  ),
})

/** The records behind a figure: the path of their list, for all accounts and in an account. */
const behind = {
  subscriptions: 'subscriptions',
  payments: 'payments',
  failed: 'payments?status=failed',
} as const

const catalogue = {
  mrr_cents: [
    'Monthly recurring revenue: the price of all active and past due subscriptions for one month, after lasting discounts and without tax. Trials, paused and free subscriptions count nothing.',
    'subscriptions',
  ],
  arr_cents: [
    'Annual recurring revenue: twelve times the monthly recurring revenue.',
    'subscriptions',
  ],
  paying_customers: ['Accounts that add to the monthly recurring revenue.', 'subscriptions'],
  arpu_cents: ['Average revenue per user: monthly recurring revenue ÷ paying customers.'],
  growth_rate: [
    'Change of the monthly recurring revenue since the start of the month, in percent.',
  ],
  new_cents: ['Recurring revenue of accounts that never paid before.', 'subscriptions'],
  reactivation_cents: [
    'Recurring revenue of accounts that had stopped paying and pay again.',
    'subscriptions',
  ],
  expansion_cents: ['What paying accounts pay more for each month.', 'subscriptions'],
  contraction_cents: ['What accounts that still pay pay less for each month.', 'subscriptions'],
  churn_cents: ['Recurring revenue of accounts that stopped paying.', 'subscriptions'],
  revenue_cents: [
    'Payments received on the day, with tax, less refunds that were paid back on it. Unlike recurring revenue, this is cash.',
    'payments',
  ],
  payments_failed: ['Payments that failed.', 'failed'],
  compound_monthly_growth_rate: [
    'The constant monthly growth that leads from the first month with revenue to the last that is over, in percent.',
  ],
  quick_ratio: ['Recurring revenue gained ÷ lost; null when nothing was lost.'],
  next_month_mrr_cents: ['Recurring revenue after another month with the compound growth, ± 15 %.'],
  customer_churn_rate: [
    'Accounts that paid at the start of the month and stopped during it ÷ accounts that paid at its start, in percent. An account stops when its subscription ends, is suspended, paused or becomes free, not when it asks to cancel.',
    'subscriptions',
  ],
  revenue_churn_rate: [
    'Recurring revenue lost by churn and contraction of accounts that paid at the start of the month ÷ recurring revenue at its start, in percent.',
  ],
  customer_retention_rate: ['100 % − customer churn.'],
  net_revenue_retention: [
    'Recurring revenue at the start of the month, plus expansion, minus contraction and churn of the same accounts ÷ recurring revenue at its start, in percent.',
  ],
  average_customer_churn_rate: ['Mean of the months in the range that are over.'],
  average_voluntary_churn_rate: [
    'The part of average customer churn of accounts that cancelled, paused or chose a free plan.',
    'subscriptions',
  ],
  average_involuntary_churn_rate: [
    'The part of average customer churn of accounts whose payments failed: their plan was suspended, or ended unpaid.',
    'subscriptions',
  ],
  average_revenue_churn_rate: ['Mean of the months in the range that are over.'],
  risk: ['Low up to 2 % average customer churn, medium up to 5 %, above that high.'],
  retention_rate: [
    'Accounts of the cohort that pay at the end of a month ÷ all accounts of the cohort, in percent. The cohort of an account is the month of its first payment; month 0 counts them all.',
    'subscriptions',
  ],
  first_month_retention: [
    'Mean retention after one month, of the cohorts for which that month is over.',
  ],
  sixth_month_retention: [
    'Mean retention after six months, of the cohorts for which that month is over.',
  ],
  ltv_cents: [
    'Lifetime value: average revenue per user ÷ average monthly churn. Without churn, the revenue of a year, which is a lower limit.',
  ],
  by_tenure: ['Paying accounts by the months since the month of their first payment.'],
} as const satisfies Record<string, readonly [string] | readonly [string, keyof typeof behind]>

/** The definitions of these figures, with the lists of their records. */
export function definitionsOf(
  scope: MetricScope,
  names: readonly (keyof typeof catalogue)[],
): Static<typeof Definition>[] {
  return names.map((name) => {
    const [definition, records] = catalogue[name] as readonly [string, (keyof typeof behind)?]
    return { name, definition, rows: records ? pathOf(scope, behind[records]) : null }
  })
}

function pathOf(scope: MetricScope, list: string): string {
  if (scope === null) return `/api/v1/admin/${list}`
  if (list === behind.subscriptions) return `/api/v1/subscriptions?account_id=${scope}`
  return `/api/v1/${list}`
}
