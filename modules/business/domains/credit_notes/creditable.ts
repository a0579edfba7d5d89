import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import type { Creditable } from '../../pricing/crediting.ts'

/**
 * The paid invoices of a subscription for periods that have not ended at a moment, the newest first. What their payer took back
 * from us cannot be credited.
 */
export async function creditableInvoices(
  ctx: Ctx,
  subscriptionId: string,
  at: Date,
): Promise<Creditable[]> {
  const rows = await ctx
    .own('invoices')
    .select()
    .select(['id', 'tax_basis_points', 'tax_inclusive', 'tax_cents', 'total_cents'])
    .select([
      sql<number>`(select coalesce(sum(amount_cents), 0)::bigint from invoice_lines l
        where l.invoice_id = invoices.id and l.line_type = 'carried')`.as('carried_in_cents'),
      sql<number>`(select coalesce(sum(n.tax_cents), 0)::bigint from credit_notes n
        where n.invoice_id = invoices.id)`.as('tax_before'),
      sql<number>`(select coalesce(sum(n.total_cents), 0)::bigint from credit_notes n
        where n.invoice_id = invoices.id)`.as('total_before'),
      sql<number>`(select coalesce(sum(d.amount_cents), 0)::bigint from disputes d
        where d.invoice_id = invoices.id and d.status <> 'won')`.as('disputed_cents'),
    ])
    .where('subscription_id', '=', subscriptionId)
    .where('invoice_type', '!=', 'manual')
    .where('status', '=', 'paid')
    .where('period_end', '>', at)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tax: { rate: row.tax_basis_points, inclusive: row.tax_inclusive },
    invoice: { tax_cents: row.tax_cents, total_cents: row.total_cents - row.carried_in_cents },
    before: { tax_cents: row.tax_before, total_cents: row.total_before },
    disputed_cents: row.disputed_cents,
  }))
}
