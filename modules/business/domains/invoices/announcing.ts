import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { AuditEntry } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { invoiceStream } from './invoice.ts'

type Change = 'created' | 'updated' | 'finalized' | 'paid' | 'voided' | 'written_off'

/** Locks an invoice until commit. The caller holds the billing lock of the account. */
export async function lockInvoice(tx: Tx, id: string) {
  const invoice = await tx
    .own('invoices')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!invoice) throw fail.notFound('invoice')
  return invoice
}

export type LockedInvoice = Awaited<ReturnType<typeof lockInvoice>>

/**
 * Records a change of an invoice in the audit log, and notifies webhooks and the channel of it. `diff` has further values that
 * the audit log records.
 */
export async function announce(
  tx: Tx,
  change: Change,
  id: string,
  before?: LockedInvoice,
  diff: Pick<AuditEntry, 'old' | 'new'> = {},
): Promise<void> {
  const { status, invoice_number, currency, total_cents, amount_due_cents } = await lockInvoice(
    tx,
    id,
  )
  const amounts = { total_cents, amount_due_cents }
  await tx.audit(`invoice.${change}`, id, {
    ...(before && {
      old: { status: before.status, amount_due_cents: before.amount_due_cents, ...diff.old },
    }),
    new: { status, invoice_number, currency, ...amounts, ...diff.new },
  })
  await tx.emit(`invoice.${change}`, { id, invoice_number, status, currency, ...amounts })
  await tx.broadcast(invoiceStream(tx.account.id), {
    type: `invoice_${change}`,
    invoice: { id, invoice_number, status },
    timestamp: tx.now().toISOString(),
  })
}
