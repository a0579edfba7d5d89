import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import { creditLeftOf } from '../credit_grants/credit.ts'
import { creditableCentsOf } from '../credit_notes/crediting.ts'
import type { LockedInvoice } from '../invoices/announcing.ts'
import type { PaymentRow } from '../payments/locking.ts'
import { isReceived } from '../payments/statuses.ts'

/** The parts of a payment, or of a refund of it: by what the money was used for. */
export interface Parts {
  /** Had no known purpose. */
  suspended_cents: number
  /** Became credit of the account. */
  credited_cents: number
  /** Paid the invoice. */
  invoiced_cents: number
}

/** What can still be paid back of a payment. */
export interface Refundable extends Parts {
  /** The most, whatever the parts are: nothing that is disputed or was paid back before. */
  total_cents: number
}

/**
 * What can still be paid back of a locked payment. Credit can be as far as it was not used, and what paid the invoice as far as
 * it was not credited. A refund counts whatever came of it, because the money of a failed one became credit.
 */
export async function refundableOf(
  tx: Tx,
  payment: PaymentRow,
  invoice: LockedInvoice | undefined,
): Promise<Refundable> {
  const { amount_cents, applied_cents, credited_cents } = payment
  const before = await refundedBefore(tx, payment.id)
  const left = amount_cents - before.total - (await disputedOf(tx, payment.id))
  const isCreditable = invoice?.status === 'paid' || invoice?.status === 'open'
  const most = (...cents: number[]) => Math.max(0, Math.min(...cents))
  return {
    total_cents: isReceived(payment) ? most(left) : 0,
    suspended_cents: most(
      amount_cents -
        applied_cents -
        credited_cents -
        before.total +
        before.credited +
        before.invoiced,
    ),
    credited_cents: await creditLeftOf(tx, payment.id),
    invoiced_cents: isCreditable
      ? most(applied_cents - before.invoiced, await creditableCentsOf(tx, invoice))
      : 0,
  }
}

/** Divides an amount into parts: money without a purpose first, then credit, then what paid the invoice. */
export function divideRefund(amount_cents: number, refundable: Parts): Parts {
  const suspended_cents = Math.min(amount_cents, refundable.suspended_cents)
  const credited_cents = Math.min(amount_cents - suspended_cents, refundable.credited_cents)
  const rest = amount_cents - suspended_cents - credited_cents
  return {
    suspended_cents,
    credited_cents,
    invoiced_cents: Math.min(rest, refundable.invoiced_cents),
  }
}

function refundedBefore(tx: Tx, paymentId: string) {
  const sumOf = (column: 'amount_cents' | 'credited_cents' | 'invoiced_cents') =>
    sql<number>`coalesce(sum(${sql.ref(column)}), 0)::bigint`
  return tx
    .own('refunds')
    .select()
    .select([
      sumOf('amount_cents').as('total'),
      sumOf('credited_cents').as('credited'),
      sumOf('invoiced_cents').as('invoiced'),
    ])
    .where('payment_id', '=', paymentId)
    .executeTakeFirstOrThrow()
}

async function disputedOf(tx: Tx, paymentId: string): Promise<number> {
  const { cents } = await tx
    .own('disputes')
    .select()
    .select(sql<number>`coalesce(sum(amount_cents), 0)::bigint`.as('cents'))
    .where('payment_id', '=', paymentId)
    .where('status', '!=', 'won')
    .executeTakeFirstOrThrow()
  return cents
}
