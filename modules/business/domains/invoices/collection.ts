import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { applyCredit } from '../credit_grants/credit.ts'
import { announce, type LockedInvoice, lockInvoice } from './announcing.ts'
import { tooLittle } from './issuing.ts'

/**
 * Uses credit for a locked open invoice before it is charged. If less is left than gateways take, the rest is due with the next
 * invoice. Returns the invoice afterwards, which may be paid. The caller holds the billing lock of the account.
 */
export async function spendCredit(tx: Tx, invoice: LockedInvoice): Promise<LockedInvoice> {
  const { id, currency, amount_due_cents } = invoice
  const used = await applyCredit(tx, { id, currency, due_cents: amount_due_cents }, tx.now())
  const due = amount_due_cents - used
  const carried_cents = tooLittle(due, currency)
  const isPaid = due === carried_cents
  if (used === 0 && !isPaid) return invoice
  await tx
    .own('invoices')
    .update({
      credit_applied_cents: invoice.credit_applied_cents + used,
      carried_cents,
      ...(isPaid && { status: 'paid', paid_at: tx.now() }),
      updated_at: tx.now(),
    })
    .where('id', '=', id)
    .execute()
  if (isPaid) await announce(tx, 'paid', id, invoice)
  else tx.unaudited('the use of credit is recorded in its rows')
  return lockInvoice(tx, id)
}

/** The payment at the gateway that every attempt for the invoice confirms; null if it was cancelled there. */
export async function rememberIntent(
  tx: Tx,
  id: string,
  gateway: DB['payments']['gateway'],
  intentId: string | null,
): Promise<void> {
  if (gateway === 'manual') return
  await tx
    .own('invoices')
    .update({ gateway, gateway_intent_id: intentId, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
}
