import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { collect } from '../payments/collecting.ts'

/** Card networks charge for more attempts of one payment. */
const MOST_ATTEMPTS = 10
const ATTEMPT_DAYS = 30

/** What became of asking for a payment, without a person who could be told. */
export type Asked =
  | { payment_id: string; refused?: undefined }
  | { payment_id?: undefined; refused: 'no_payment_method' | 'too_many_attempts' }

/**
 * Asks for what is due for an open invoice, at most ten times in thirty days. The caller holds the billing lock. An account
 * without a payment method, or without the gateway of its method, cannot be asked.
 */
export async function askForPayment(
  tx: Tx,
  invoiceId: string,
  options: Parameters<typeof collect>[2],
): Promise<Asked> {
  const { count } = await tx
    .own('payments')
    .select()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('invoice_id', '=', invoiceId)
    .where('status', '=', 'failed')
    .where('created_at', '>', new Date(tx.now().getTime() - ATTEMPT_DAYS * DAY_MS))
    .executeTakeFirstOrThrow()
  if (count >= MOST_ATTEMPTS) return { refused: 'too_many_attempts' }
  try {
    return await collect(tx, invoiceId, options)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { code } = error
    if (code !== 'payment_method_required') throw error
    return { refused: 'no_payment_method' }
  }
}
