import { expect } from 'vitest'
import { until } from '../until.ts'
import type { BillingInstallation } from './billing.ts'

const QUIET_SECONDS = 180

/** What has no outcome yet; each row names it. */
const UNFINISHED = `
  select 'call ' || operation || ' ' || status as name from gateway_calls where status <> 'done'
  union all select 'payment ' || status from payments where status in ('pending', 'processing', 'requires_action')
  union all select 'refund ' || status from refunds where status = 'pending'
  union all select 'event ' || event_type || ' ' || status from gateway_events where status not in ('processed', 'skipped')
  union all select 'job ' || (data->>'name') || ' ' || state from pgboss.job
    where name in ('payments', 'gateway_events') and state not in ('completed', 'cancelled')
  union all select 'dead letter ' || (data->>'name') from pgboss.job where name = 'dead_letters'`

/** What was recorded more or less than once. */
const NOT_ONCE = `
  with recorded as (
    select action as what, resource_id as id from audit_logs
    union all select 'event ' || type, data->>'id' from events
  ), expected as (
    select 'payment.succeeded' as what, id::text from payments where processed_at is not null
    union all select 'event payment.succeeded', id::text from payments where processed_at is not null
    union all select 'invoice.paid', id::text from invoices where status = 'paid'
    union all select 'event invoice.paid', id::text from invoices where status = 'paid'
    union all select 'refund.succeeded', id::text from refunds where status = 'succeeded'
  )
  select e.what, e.id, count(r.id)::integer as count from expected e left join recorded r using (what, id)
  group by 1, 2 having count(r.id) <> 1`

interface PaidInvoice {
  invoice_number: string
  status: string
  total_cents: number
  payment_ids: string[]
  refunded_cents: number
}

/** Waits until nothing is without an outcome. Retries that wait are due at once, instead of in minutes. */
export async function untilQuiet({ db }: BillingInstallation): Promise<void> {
  let left: string[] = []
  await until(
    async () => {
      await db.query(`update pgboss.job set start_after = now() where state = 'retry'`)
      const { rows } = await db.query<{ name: string }>(UNFINISHED)
      left = rows.map(({ name }) => name)
      return left.length === 0
    },
    'everything had an outcome',
    QUIET_SECONDS,
  ).catch((error: Error) => {
    throw new Error(`${error.message}: ${left.join(', ')}`)
  })
}

/** Expects that the gateways have one charge for each paid invoice and none for others, and that our books agree with them. */
export async function expectBooksOf(billing: BillingInstallation): Promise<void> {
  const { db, charges, run } = billing
  const received = await charges()
  const { rows } = await db.query<PaidInvoice>(`
    select i.invoice_number, i.status, i.total_cents::integer,
      array(select p.id::text from payments p where p.invoice_id = i.id) as payment_ids,
      (select coalesce(sum(amount_cents), 0)::integer from refunds r
        where r.invoice_id = i.id and r.status = 'succeeded') as refunded_cents
    from invoices i where i.status <> 'draft'`)
  const found = rows.map((invoice) => {
    const own = received.filter(({ payment_id }) => invoice.payment_ids.includes(payment_id))
    const charged = own.map(({ amount_cents }) => amount_cents)
    const refunded = own.map(({ refunded_cents }) => refunded_cents)
    return { ...nameOf(invoice), charged, refunded }
  })
  const expected = rows.map((invoice) => ({
    ...{ ...nameOf(invoice), status: 'paid' },
    charged: [invoice.total_cents],
    refunded: [invoice.refunded_cents],
  }))
  expect(found).toEqual(expected)
  expect(received).toHaveLength(rows.length)
  expect((await db.query(NOT_ONCE)).rows).toEqual([])
  const verified = await run(['billing', 'verify'])
  expect([verified.code, verified.stdout]).toEqual([0, '✓ The books agree\n'])
}

const nameOf = ({ invoice_number, status }: PaidInvoice) => ({ invoice_number, status })
