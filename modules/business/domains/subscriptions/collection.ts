import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { collect } from '../payments/collecting.ts'

/** What became of asking for a payment without a person who could be told: one without an id was paid with credit. */
export interface Asked {
  payment_id: string | null
  refused: RefusalCode | null
}

const refusals = [
  'payment_method_required',
  'gateway_not_configured',
  'too_many_payment_attempts',
] as const
type RefusalCode = (typeof refusals)[number]

/** Charges what is due for an open invoice, or says why nothing can be charged. The caller holds the billing lock. */
export async function tryCollecting(
  tx: Tx,
  invoiceId: string,
  options: Parameters<typeof collect>[2],
): Promise<Asked> {
  try {
    return { ...(await collect(tx, invoiceId, options)), refused: null }
  } catch (error) {
    const refused = error instanceof Failure && refusals.find((code) => code === error.code)
    if (!refused) throw error
    return { payment_id: null, refused }
  }
}
