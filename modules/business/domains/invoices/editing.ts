import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Changes, Nullable, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import type { Static } from 'typebox'
import { onInvoice } from './acts.ts'
import { announce, type LockedInvoice } from './announcing.ts'
import { insertLines, NewAccountInvoice, taxOf, totalsOfLines } from './drafting.ts'
import { draftLines } from './line.ts'
import { requireTransition } from './transitions.ts'

export const InvoiceChanges = Changes(
  'InvoiceChanges',
  Shape({
    due_at: Nullable(Time('When it must be paid; null for 30 days after it is issued')),
    notes: Nullable(Text(2000, { description: 'Text below the lines' })),
    lines: {
      ...NewAccountInvoice.properties.lines,
      description: 'What is billed: all lines, in place of those there were',
    },
  }),
)

/** Changes a draft of any account, as the seller. 409 once it is issued. */
export function editInvoice(ctx: Ctx, id: string, changes: Static<typeof InvoiceChanges>) {
  return onInvoice(ctx, id, async (tx, draft, profile) => {
    requireTransition('edit', draft)
    const { lines, ...columns } = changes
    const tax = taxOf(profile, draft.tax_inclusive)
    const totals = lines && (await replaceLines(tx, draft, lines, tax))
    await tx
      .own('invoices')
      .update({
        ...columns,
        ...(totals && { ...totals, tax_basis_points: tax.rate }),
        updated_at: tx.now(),
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, 'updated', id, draft, diffOf(draft, { ...columns, ...totals }))
  })
}

async function replaceLines(
  tx: Tx,
  { id }: LockedInvoice,
  given: NonNullable<Static<typeof InvoiceChanges>['lines']>,
  tax: ReturnType<typeof taxOf>,
) {
  const drafted = draftLines(given, true)
  await tx.own('invoice_lines').delete().where('invoice_id', '=', id).execute()
  await insertLines(tx, id, drafted, 1)
  return totalsOfLines(drafted, tax)
}
