import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import type { Selectable } from 'kysely'

type Left = Pick<Selectable<DB['credit_grants']>, 'source' | 'source_id' | 'remaining_cents'>

/**
 * The grants of which something can be used, in their order, with how much. Money that its payer took back is no credit unless
 * the dispute is won: neither what the payment became, nor what was credited of the invoice that it paid.
 */
export async function usableOf<Grant extends Left>(ctx: Ctx, grants: Grant[]): Promise<Grant[]> {
  if (grants.length === 0) return grants
  const disputes = await ctx
    .own('disputes')
    .select()
    .select(['payment_id', 'invoice_id', 'amount_cents'])
    .where('status', '!=', 'won')
    .execute()
  if (disputes.length === 0) return grants
  const invoices = await invoicesOf(ctx, grants)
  const usable = grants.map((grant) => ({ ...grant }))
  for (const { payment_id, invoice_id, amount_cents } of disputes) {
    let rest = amount_cents
    for (const grant of usable) {
      const { source, source_id, remaining_cents } = grant
      const isPayment = source === 'payment' && source_id === payment_id
      const isCredited = invoice_id !== null && invoices.get(source_id) === invoice_id
      if (!isPayment && !isCredited) continue
      const held = Math.min(rest, remaining_cents)
      grant.remaining_cents -= held
      rest -= held
    }
  }
  return usable.filter(({ remaining_cents }) => remaining_cents > 0)
}

/** The credited invoices, by the id of the credit note. */
async function invoicesOf(ctx: Ctx, grants: Left[]): Promise<Map<string | null, string>> {
  const ids = grants.flatMap(({ source, source_id }) =>
    source === 'credit_note' && source_id ? [source_id] : [],
  )
  if (ids.length === 0) return new Map()
  const notes = await ctx
    .own('credit_notes')
    .select()
    .select(['id', 'invoice_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(notes.map(({ id, invoice_id }) => [id, invoice_id]))
}
