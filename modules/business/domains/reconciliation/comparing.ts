import type { Gateway, GatewayCharge, GatewayRefund, Range } from '../../gateways/port.ts'
import { compareCharges, type Finding, type Known, type KnownPayment } from './matching.ts'
import { type TallySummary, tallyOf } from './tally.ts'

/** Charges at the edges of a day are listed too, because our payments have other times. */
const SLACK_MS = 2 * 3_600_000
export const COMPARED_BATCH = 100
/** How many parts of the day are compared at once: most of the time is spent waiting for the pages of the gateway. */
const PARTS = 4

interface ComparedDay {
  livemode: boolean
  starts_at: string
  ends_at: string
}

/** Differences: all, those that are open, and these by severity. */
export interface FindingCounts {
  found: number
  open: number
  high: number
  medium: number
}

export type ChargeIds = Pick<
  GatewayCharge,
  'external_id' | 'intent_id' | 'payment_id' | 'invoice_id' | 'account_id'
>

/** Our side of a comparison, which the server keeps. */
export interface Books {
  find(charges: ChargeIds[]): Promise<Known>
  /** Records money that was received. False if the payment does not have it then. */
  settle(charge: GatewayCharge, paymentId: string): Promise<boolean>
  /** Remembers what the gateway listed for payments. */
  mark(payments: { id: string; amount_cents: number; currency: string }[]): Promise<void>
  flag(
    finding: Finding,
    settled: boolean,
  ): Promise<{ flag_id: string; status: string; severity: string }>
  investigate(flagId: string, notes: string): Promise<void>
  /** Money for an account of which there is no payment: a person decides what it is. */
  logMissing(charge: GatewayCharge): Promise<void>
  /** The payments received on the day. */
  payments(): AsyncIterable<
    Pick<
      KnownPayment,
      'id' | 'external_id' | 'intent_id' | 'amount_cents' | 'fee_cents' | 'currency'
    > & { livemode: boolean; matched: boolean }
  >
  report(summary: TallySummary, counts: FindingCounts): Promise<void>
}

/**
 * Compares a day: what the gateway lists, then our payments that it did not list. Both sides are read in batches, and nothing
 * is kept of them but sums.
 */
export async function compareDay(
  day: ComparedDay,
  gateway: Pick<Gateway, 'listCharges' | 'listRefunds'>,
  books: Books,
  signal: AbortSignal,
): Promise<FindingCounts> {
  const [start, end] = [new Date(day.starts_at), new Date(day.ends_at)]
  const listed = {
    from: new Date(start.getTime() - SLACK_MS),
    to: new Date(end.getTime() + SLACK_MS),
  }
  const isInDay = ({ created_at }: { created_at: Date }) => created_at >= start && created_at < end
  const tally = tallyOf()
  const counts = { found: 0, open: 0, high: 0, medium: 0 }
  const note = async (finding: Finding, settled: boolean) => {
    const { flag_id, status, severity } = await books.flag(finding, settled)
    if (finding.type === 'amount_mismatch' && status === 'open') {
      await books.investigate(flag_id, finding.description)
    }
    counts.found++
    if (status !== 'open' && status !== 'investigating') return
    counts.open++
    if (severity === 'medium') counts.medium++
    if (severity === 'high' || severity === 'critical') counts.high++
  }

  const compareListed = async (range: Range) => {
    for await (const charges of batchesOf(gateway.listCharges(range, signal))) {
      const matched = new Map<string, { id: string; amount_cents: number; currency: string }>()
      for (const comparison of compareCharges(charges, await books.find(charges))) {
        const { charge, payment, settles, findings } = comparison
        const settled = payment && settles ? await books.settle(charge, payment.id) : false
        if (payment && (!settles || settled)) {
          const { amount_cents, currency } = charge
          matched.set(payment.id, { id: payment.id, amount_cents, currency })
        }
        if (!isInDay(charge)) continue
        tally.addComparison(comparison, settled)
        for (const finding of findings) {
          await note(finding, settled && isGone(finding))
          if (finding.type === 'missing_payment' && !payment) await books.logMissing(charge)
        }
      }
      await books.mark([...matched.values()])
    }
  }
  await Promise.all(partsOf(listed).map(compareListed))

  for await (const refunds of batchesOf(gateway.listRefunds(listed, signal))) {
    const made = refunds.filter((one) => one.status === 'succeeded' && isInDay(one))
    const { payments } = await books.find(made.map(chargeOfRefund))
    for (const refund of made) {
      const finding = unknownRefund(refund, payments)
      if (finding) await note(finding, false)
    }
  }

  for await (const payment of books.payments()) {
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

  await books.report({ ...tally.summary(), totals: tally.totals() }, counts)
  return counts
}

/** Differences that end when the payment has the money. */
const isGone = ({ type }: Finding) => type === 'missing_payment' || type === 'status_mismatch'

/** Equal parts of a range. */
function partsOf({ from, to }: Range): Range[] {
  const length = (to.getTime() - from.getTime()) / PARTS
  const startOf = (part: number) => new Date(from.getTime() + Math.round(part * length))
  return Array.from({ length: PARTS }, (_, part) => ({
    from: startOf(part),
    to: startOf(part + 1),
  }))
}

async function* batchesOf<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of all) {
    batch.push(one)
    if (batch.length < COMPARED_BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const chargeOfRefund = ({ charge_id }: GatewayRefund): ChargeIds => ({
  ...{ external_id: charge_id, intent_id: null },
  ...{ payment_id: null, invoice_id: null, account_id: null },
})

/** A refund of a payment of ours that was not made here. */
function unknownRefund(
  { charge_id, external_id, refund_id, amount_cents, currency }: GatewayRefund,
  payments: readonly KnownPayment[],
): Finding | null {
  const payment = payments.find((one) => one.external_id === charge_id)
  const isKnown = payment?.refund_ids.some((id) => id === external_id || id === refund_id)
  if (!payment || isKnown) return null
  return {
    ...{ type: 'status_mismatch', severity: 'medium', external_id, amount_cents, currency },
    payment_id: payment.id,
    description: 'Refunded at the gateway, but not here',
  }
}
