import { type ApiClient, dataOf } from '@powernode/worker/client.ts'
import type { Gateway, GatewayCharge, GatewayName, GatewayRefund } from '../../gateways/port.ts'
import { compareCharges, type Finding, type KnownPayment } from './matching.ts'
import { tallyOf } from './tally.ts'

/** Charges at the edges of a day are listed too, because our payments have other times. */
const SLACK_MS = 2 * 3_600_000
const BATCH = 100

interface DayOfGateway {
  report_id: string
  gateway: GatewayName
  date: string
  livemode: boolean
  starts_at: string
  ends_at: string
}

interface Tools {
  api: ApiClient
  adapter: Pick<Gateway, 'listCharges' | 'listRefunds'>
  signal: AbortSignal
}

/**
 * Compares a day: what the gateway lists, then our payments that it did not list. Both sides are read in batches, and nothing
 * is kept of them but sums.
 */
export async function compareDay(day: DayOfGateway, tools: Tools) {
  const { adapter, api, signal } = tools
  const [start, end] = [new Date(day.starts_at), new Date(day.ends_at)]
  const listed = {
    from: new Date(start.getTime() - SLACK_MS),
    to: new Date(end.getTime() + SLACK_MS),
  }
  const isInDay = ({ created_at }: { created_at: Date }) => created_at >= start && created_at < end
  const tally = tallyOf()
  const counts = { found: 0, open: 0, high: 0, medium: 0 }
  const note = async (finding: Finding, settled: boolean) => {
    const { flag_id, status, severity } = await flag(day, tools, finding, settled)
    if (finding.type === 'amount_mismatch' && status === 'open') {
      const body = { reconciliation_flag_id: flag_id, notes: finding.description }
      dataOf(await api.POST('/api/v1/reconciliation/investigations', { body, signal }))
    }
    counts.found++
    if (status !== 'open' && status !== 'investigating') return
    counts.open++
    if (severity === 'medium') counts.medium++
    if (severity === 'high' || severity === 'critical') counts.high++
  }

  for await (const charges of batchesOf(adapter.listCharges(listed, signal))) {
    const matched: string[] = []
    for (const comparison of compareCharges(charges, await find(day, tools, charges))) {
      const { charge, payment, settles, findings } = comparison
      const settled = payment && settles ? await settle(day, tools, charge, payment.id) : false
      if (payment && (!settles || settled)) matched.push(payment.id)
      if (!isInDay(charge)) continue
      tally.addComparison(comparison, settled)
      for (const finding of findings) {
        await note(finding, settled && isGone(finding))
        if (finding.type === 'missing_payment' && !payment) await logMissing(day, tools, charge)
      }
    }
    const body = { payment_ids: [...new Set(matched)] }
    dataOf(await api.POST('/api/v1/internal/reconciliation/mark', { body, signal }))
  }

  for await (const refunds of batchesOf(adapter.listRefunds(listed, signal))) {
    const made = refunds.filter((one) => one.status === 'succeeded' && isInDay(one))
    const { payments } = await find(day, tools, made.map(chargeOfRefund))
    for (const refund of made) {
      const finding = unknownRefund(refund, payments)
      if (finding) await note(finding, false)
    }
  }

  for await (const payment of ourPayments(day, tools)) {
    if (payment.matched || payment.livemode !== day.livemode) continue
    tally.addLocal(payment)
    const { id, external_id, amount_cents, currency } = payment
    const finding = { type: 'missing_provider_payment', severity: 'high' } as const
    const description = 'Received here, but the gateway does not list it'
    await note(
      {
        ...{ ...finding, description, amount_cents, currency, payment_id: id },
        external_id: external_id ?? payment.intent_id ?? id,
      },
      false,
    )
  }

  await report(day, tools, tally, counts)
  return counts
}

/** Differences that end when the payment has the money. */
const isGone = ({ type }: Finding) => type === 'missing_payment' || type === 'status_mismatch'

async function* batchesOf<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of all) {
    batch.push(one)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

type Ids = Pick<
  GatewayCharge,
  'external_id' | 'intent_id' | 'payment_id' | 'invoice_id' | 'account_id'
>

async function find({ gateway }: DayOfGateway, { api, signal }: Tools, charges: Ids[]) {
  if (charges.length === 0) return { payments: [], accountIds: [] }
  const ids = charges.map(({ external_id, intent_id, payment_id, invoice_id, account_id }) => ({
    ...{ external_id, intent_id, payment_id, invoice_id, account_id },
  }))
  const body = { gateway, charges: ids }
  const { payments, account_ids } = dataOf(
    await api.POST('/api/v1/internal/reconciliation/find', { body, signal }),
  )
  return { payments, accountIds: account_ids }
}

async function settle(
  { gateway }: DayOfGateway,
  { api, signal }: Tools,
  { external_id, intent_id, amount_cents, currency, fee_cents }: GatewayCharge,
  payment_id: string,
): Promise<boolean> {
  const charge = { external_id, intent_id, amount_cents, currency, fee_cents }
  const body = { gateway, payment_id, ...charge }
  const { settled } = dataOf(
    await api.POST('/api/v1/internal/reconciliation/settle', { body, signal }),
  )
  return settled
}

async function flag(
  { gateway, report_id }: DayOfGateway,
  { api, signal }: Tools,
  { payment_id, ...finding }: Finding,
  settled: boolean,
) {
  const subject = payment_id ? { local_payment_id: payment_id } : {}
  const about = { provider: gateway, reconciliation_report_id: report_id }
  const body = { ...finding, ...subject, ...about, settled }
  return dataOf(await api.POST('/api/v1/reconciliation/flags', { body, signal }))
}

/** Money for an account of which there is no payment: a person decides what it is. */
async function logMissing(
  { gateway }: DayOfGateway,
  { api, signal }: Tools,
  { external_id, amount_cents, currency, account_id }: GatewayCharge,
) {
  const body = {
    type: 'create_missing_payment' as const,
    provider: gateway,
    provider_payment_id: external_id,
    ...{ amount: amount_cents, currency },
    ...(account_id && { account_id }),
  }
  dataOf(await api.POST('/api/v1/reconciliation/corrections', { body, signal }))
}

const chargeOfRefund = ({ charge_id }: GatewayRefund): Ids => ({
  ...{ external_id: charge_id, intent_id: null },
  ...{ payment_id: null, invoice_id: null, account_id: null },
})

/** A refund of a payment of ours that was not made here. */
function unknownRefund(
  { charge_id, external_id, amount_cents, currency }: GatewayRefund,
  payments: readonly KnownPayment[],
): Finding | null {
  const payment = payments.find((one) => one.external_id === charge_id)
  if (!payment || payment.refunded_cents >= amount_cents) return null
  return {
    ...{ type: 'status_mismatch', severity: 'medium', external_id, amount_cents, currency },
    payment_id: payment.id,
    description: 'Refunded at the gateway, but not here',
  }
}

/** Our payments of the day, page by page. */
async function* ourPayments({ gateway, starts_at, ends_at }: DayOfGateway, { api, signal }: Tools) {
  const path = `/api/v1/reconciliation/${gateway}_payments` as const
  const query = { start_date: starts_at, end_date: ends_at, per_page: BATCH }
  let after: string | null = null
  do {
    const page: { after?: string } = after === null ? {} : { after }
    const reply = await api.GET(path, { params: { query: { ...query, ...page } }, signal })
    yield* dataOf(reply)
    after = reply.data?.meta.next_cursor ?? null
  } while (after !== null)
}

async function report(
  day: DayOfGateway,
  { api, signal }: Tools,
  tally: ReturnType<typeof tallyOf>,
  counts: { found: number; open: number; high: number; medium: number },
) {
  const { gateway, date, starts_at, ends_at } = day
  const { local_count, gateway_count, variance_cents } = tally.summary()
  const body = {
    reconciliation_date: date,
    reconciliation_type: 'daily' as const,
    date_range: { start: starts_at, end: ends_at },
    summary: {
      local_payments: local_count,
      stripe_payments: gateway === 'stripe' ? gateway_count : 0,
      paypal_payments: gateway === 'paypal' ? gateway_count : 0,
      discrepancies_found: counts.found,
      total_amount_variance: variance_cents,
    },
    discrepancies_count: counts.open,
    high_severity_count: counts.high,
    medium_severity_count: counts.medium,
    totals: tally.totals(),
    gateway,
  }
  dataOf(await api.POST('/api/v1/reconciliation/report', { body, signal }))
}
