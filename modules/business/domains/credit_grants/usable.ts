import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type Selectable, sql } from 'kysely'

type Left = Pick<Selectable<DB['credit_grants']>, 'source' | 'source_id' | 'remaining_cents'>

/**
 * The grants of which something can be used, in their order, with how much. Unless a dispute was won, its payer has the money:
 * what the payment or a failed refund of it became is no credit then, and of the invoice that it paid, no more is given back
 * by disputes and credit notes together than was billed.
 */
export async function usableOf<Grant extends Left>(ctx: Ctx, grants: Grant[]): Promise<Grant[]> {
  const disputes = grants.length === 0 ? [] : await openOrLost(ctx)
  if (disputes.length === 0) return grants
  const origins = await originsOf(ctx, grants)
  const usable = grants.map((grant) => ({ ...grant }))
  const byPurpose = Map.groupBy(disputes, ({ invoice_id, payment_id }) => invoice_id ?? payment_id)
  for (const group of byPurpose.values()) {
    const disputed = new Set(
      group.flatMap(({ invoice_id, payment_id }) => [invoice_id, payment_id]),
    )
    let held = heldCents(group)
    for (const grant of usable) {
      const origin = grant.source_id && origins.get(grant.source_id)
      if (!origin || !disputed.has(origin)) continue
      const cents = Math.min(held, grant.remaining_cents)
      grant.remaining_cents -= cents
      held -= cents
    }
  }
  return usable.filter(({ remaining_cents }) => remaining_cents > 0)
}

type Dispute = Awaited<ReturnType<typeof openOrLost>>[number]

function openOrLost(ctx: Ctx) {
  return ctx
    .own('disputes')
    .select()
    .select(['payment_id', 'invoice_id', 'amount_cents'])
    .select([
      sql<number | null>`(select total_cents from invoices
        where invoices.id = disputes.invoice_id)`.as('billed_cents'),
      sql<number>`(select coalesce(sum(total_cents), 0)::bigint from credit_notes
        where credit_notes.invoice_id = disputes.invoice_id)`.as('credited_cents'),
    ])
    .where('status', '!=', 'won')
    .execute()
}

/** What the disputes of one invoice, or of one payment without an invoice, hold. */
function heldCents(disputes: Dispute[]): number {
  const disputed = disputes.reduce((sum, { amount_cents }) => sum + amount_cents, 0)
  const { billed_cents = null, credited_cents = 0 } = disputes[0] ?? {}
  return billed_cents === null ? disputed : Math.max(0, disputed + credited_cents - billed_cents)
}

/** The payment or the credited invoice that each grant comes from, by its `source_id`. */
async function originsOf(ctx: Ctx, grants: Left[]): Promise<Map<string, string>> {
  const idsOf = (wanted: Left['source']) =>
    grants.flatMap(({ source, source_id }) => (source === wanted && source_id ? [source_id] : []))
  const payments = idsOf('payment').map((id) => ({ id, origin: id }))
  const refunds = await ctx
    .own('refunds')
    .select()
    .select(['id', 'payment_id as origin'])
    .where('id', '=', sql<string>`any(${idsOf('refund')}::uuid[])`)
    .execute()
  const notes = await ctx
    .own('credit_notes')
    .select()
    .select(['id', 'invoice_id as origin'])
    .where('id', '=', sql<string>`any(${idsOf('credit_note')}::uuid[])`)
    .execute()
  return new Map([...payments, ...refunds, ...notes].map(({ id, origin }) => [id, origin]))
}
