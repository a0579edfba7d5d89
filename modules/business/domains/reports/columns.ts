/** The columns of each type of report, as data: the server reads them, the worker writes them. */

export type ColumnKind = 'text' | 'integer' | 'percent' | 'cents' | 'time'

export interface ReportColumn {
  /** Its name in the API, and the heading in a CSV file. */
  key: string
  /** The heading in a PDF. */
  label: string
  kind: ColumnKind
  /** Its share of the width of a PDF page; a column without one is only in CSV files. */
  width?: number
}

const column =
  (kind: ColumnKind) =>
  (key: string, label: string, width?: number): ReportColumn => ({
    key,
    label,
    kind,
    ...(width && { width }),
  })
const text = column('text')
const integer = column('integer')
const percent = column('percent')
const cents = column('cents')
const time = column('time')

const id = text('id', 'Id')
const account = text('account', 'Account', 3)
const status = text('status', 'Status', 2)
const currency = text('currency', 'Currency')

const month = text('date', 'Month', 2)
const partial = text('partial', 'Partial')
const payingCustomers = integer('paying_customers', 'Paying', 2)

/** Reports of metrics have a row for each month. */
const metricColumns = {
  revenue: [
    month,
    cents('mrr_cents', 'MRR', 3),
    cents('new_cents', 'New', 3),
    cents('reactivation_cents', 'Reactivation', 3),
    cents('expansion_cents', 'Expansion', 3),
    cents('contraction_cents', 'Contraction', 3),
    cents('churn_cents', 'Churn', 3),
    payingCustomers,
    cents('revenue_cents', 'Received', 3),
    integer('payments_count', 'Payments'),
    currency,
    partial,
  ],
  growth: [
    month,
    cents('mrr_cents', 'MRR', 3),
    percent('growth_rate', 'Growth', 2),
    cents('gained_cents', 'Gained', 3),
    cents('lost_cents', 'Lost', 3),
    currency,
    partial,
  ],
  churn: [
    month,
    integer('paying_at_start', 'Paying at start', 2),
    integer('lost_customers', 'Of these lost', 2),
    integer('voluntary_customers', 'Chose to stop', 2),
    integer('involuntary_customers', 'Payments failed', 2),
    integer('churned_customers', 'Stopped'),
    percent('customer_churn_rate', 'Customer churn', 2),
    cents('lost_cents', 'Revenue lost', 3),
    percent('revenue_churn_rate', 'Revenue churn', 2),
    currency,
    partial,
  ],
  cohorts: [
    text('cohort', 'Cohort', 2),
    integer('size', 'Size', 2),
    integer('month', 'Months later', 2),
    integer('customers', 'Paying', 2),
    percent('retention_rate', 'Retention', 2),
    partial,
  ],
  customers: [
    month,
    payingCustomers,
    integer('new_customers', 'New', 2),
    integer('reactivated_customers', 'Returned', 2),
    integer('churned_customers', 'Stopped', 2),
    integer('net_growth', 'Net', 2),
    cents('arpu_cents', 'ARPU', 3),
    currency,
    partial,
  ],
  executive: [
    month,
    cents('mrr_cents', 'MRR', 3),
    percent('growth_rate', 'Growth', 2),
    payingCustomers,
    cents('arpu_cents', 'ARPU', 3),
    percent('customer_churn_rate', 'Customer churn', 3),
    percent('revenue_churn_rate', 'Revenue churn', 3),
    cents('revenue_cents', 'Received', 3),
    currency,
    partial,
  ],
} as const satisfies Record<string, readonly ReportColumn[]>

/** In the order of a CSV file. */
export const reportColumns = {
  ...metricColumns,
  subscriptions: [
    id,
    account,
    text('plan', 'Plan', 3),
    status,
    integer('quantity', 'Quantity', 1),
    cents('price_cents', 'Price', 2),
    currency,
    text('billing_cycle', 'Billed', 2),
    time('current_period_start', 'Period start'),
    time('current_period_end', 'Period end', 2),
    time('trial_end', 'Trial end'),
    time('cancelled_at', 'Cancelled'),
    time('ended_at', 'Ended', 2),
    time('created_at', 'Created', 2),
  ],
  invoices: [
    id,
    text('invoice_number', 'Number', 3),
    account,
    text('invoice_type', 'Type'),
    status,
    currency,
    cents('subtotal_cents', 'Subtotal', 2),
    cents('tax_cents', 'Tax', 2),
    cents('total_cents', 'Total', 2),
    cents('amount_paid_cents', 'Paid'),
    cents('amount_due_cents', 'Due', 2),
    time('period_start', 'Period start'),
    time('period_end', 'Period end'),
    time('issued_at', 'Issued', 2),
    time('due_at', 'Due on'),
    time('paid_at', 'Paid on', 2),
    time('created_at', 'Created'),
  ],
  payments: [
    id,
    account,
    text('invoice_number', 'Invoice', 3),
    text('gateway', 'Gateway', 2),
    text('external_id', 'Reference', 3),
    status,
    cents('amount_cents', 'Amount', 2),
    cents('refunded_cents', 'Refunded', 2),
    currency,
    text('failure_reason', 'Failure'),
    time('processed_at', 'Received', 2),
    time('failed_at', 'Failed'),
    time('created_at', 'Created', 2),
  ],
  credit_notes: [
    id,
    text('number', 'Number', 3),
    account,
    text('invoice_number', 'Invoice', 3),
    text('reason', 'Reason', 2),
    currency,
    cents('subtotal_cents', 'Subtotal', 2),
    cents('tax_cents', 'Tax', 2),
    cents('total_cents', 'Total', 2),
    cents('to_balance_cents', 'To balance'),
    cents('to_invoice_cents', 'To invoice'),
    cents('to_refund_cents', 'To refund'),
    time('created_at', 'Issued', 2),
  ],
  ledger: [
    text('entry_id', 'Entry'),
    time('occurred_at', 'When', 2),
    account,
    text('kind', 'Kind', 3),
    text('subject_type', 'Subject', 2),
    text('subject_id', 'Subject id'),
    text('ledger_account', 'Ledger account', 3),
    cents('amount_cents', 'Amount', 2),
    currency,
  ],
  plans: [
    id,
    text('name', 'Name', 3),
    text('slug', 'Slug', 2),
    status,
    cents('price_cents', 'Price', 2),
    currency,
    text('billing_cycle', 'Billed', 2),
    integer('trial_days', 'Trial days', 1),
    time('created_at', 'Created', 2),
  ],
} as const satisfies Record<string, readonly ReportColumn[]>

export type ReportTypeName = keyof typeof reportColumns
export type MetricTypeName = keyof typeof metricColumns

export const isMetricType = (type: ReportTypeName): type is MetricTypeName => type in metricColumns

/** A row of a report: one value for each column. */
export type ReportRow = (string | number | null)[]

/** A page of the rows of a report. */
export interface RowPage {
  rows: ReportRow[]
  /** Records of the whole report; approximate if there are more than 10,000. A ledger entry is one, with several rows. */
  total: number
  /** How many of them these rows are. */
  read: number
  /** Where the next page begins; null on the last. */
  next: string | null
}
