import { createHash } from 'node:crypto'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import { ListOf, Pattern, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { accountOfInvoice, Invoice, linesOf, readInvoice } from './invoice.ts'
import { Cents, InvoiceLine } from './line.ts'
import { Party } from './parties.ts'

// Leaves room in the largest body that the API accepts.
const MAX_BASE64 = 900_000

const {
  id,
  invoice_number,
  currency,
  tax_inclusive,
  tax_rate,
  subtotal_cents,
  tax_cents,
  total_cents,
  period_start,
  period_end,
  issued_at,
  due_at,
  notes,
} = Invoice.properties

/** What is printed: the invoice as it was issued, whatever happened to it since. */
export const InvoiceDocument = Shape('InvoiceDocument', {
  ...{
    id,
    invoice_number,
    currency,
    tax_inclusive,
    tax_rate,
    subtotal_cents,
    tax_cents,
    total_cents,
  },
  ...{ period_start, period_end, issued_at, due_at, notes },
  credit_cents: Cents('Paid with credit of the account', 0),
  carried_cents: Cents('Due with the next invoice', 0),
  due_cents: Cents('What was to be paid', 3451),
  seller: Party,
  buyer: Party,
  lines: ListOf(InvoiceLine),
})

/** The file of a document, from the worker that renders it. */
export const DocumentFile = Shape('DocumentFile', {
  content: Pattern('^JVBER[A-Za-z0-9+/]*={0,2}$', 'must be a PDF in Base64', {
    minLength: 8,
    maxLength: MAX_BASE64,
    description: 'The PDF in Base64',
    examples: ['JVBERi0xLjM='],
  }),
})

/** An issued invoice for the worker that renders it. */
export async function readInvoiceDocument(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof InvoiceDocument>> {
  const accountCtx = ctx.inAccount(await accountOfInvoice(ctx, id))
  const invoice = await readInvoice(accountCtx, id)
  const { issued_at, seller, buyer, carried_cents, total_cents } = invoice
  if (!issued_at || !seller || !buyer) {
    throw fail.with('invalid_transition', 'This invoice was never issued')
  }
  const { credit_cents } = await accountCtx
    .own('credit_uses')
    .select()
    .select(sql<number>`coalesce(sum(amount_cents), 0)::bigint`.as('credit_cents'))
    .where('invoice_id', '=', id)
    .where('created_at', '<=', issued_at)
    .executeTakeFirstOrThrow()
  const due_cents = total_cents - credit_cents - carried_cents
  const lines = await linesOf(accountCtx, id)
  return { ...invoice, seller, buyer, lines, credit_cents, due_cents }
}

/** Stores the PDF of an invoice. A second one is ignored, because a job may run twice. */
export async function storeDocument(
  ctx: PlatformCtx,
  id: string,
  { content: base64 }: Static<typeof DocumentFile>,
): Promise<void> {
  const { issued_at } = await readInvoiceDocument(ctx, id)
  const { content, sha256 } = fileOf(base64)
  await ctx.inAccount(await accountOfInvoice(ctx, id)).transaction(async (tx) => {
    const stored = await tx
      .own('invoice_documents')
      .insert({ invoice_id: id, content, sha256, created_at: tx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('invoice_id')
      .executeTakeFirst()
    if (!stored) return
    await tx.audit('invoice.rendered', id, {
      new: { sha256, size_bytes: content.length, issued_at },
    })
  })
}

/** The bytes of a file in Base64, with their digest. */
export function fileOf(base64: string) {
  const content = Buffer.from(base64, 'base64')
  return { content, sha256: createHash('sha256').update(content).digest('hex') }
}

/** The PDF of an invoice of the account; 409 until it is rendered. */
export async function downloadDocument(ctx: Ctx, id: string): Promise<Download> {
  const invoice = await ctx
    .own('invoices')
    .select()
    .select(['invoice_number', 'issued_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!invoice) throw fail.notFound('invoice')
  if (!invoice.issued_at) throw fail.with('invalid_transition', 'Only an issued invoice has a file')
  const file = await ctx
    .own('invoice_documents')
    .select()
    .select(['content', 'sha256'])
    .where('invoice_id', '=', id)
    .executeTakeFirst()
  if (!file) throw fail.with('document_not_ready')
  return {
    filename: `${invoice.invoice_number}.pdf`,
    type: 'application/pdf',
    content: file.content,
    etag: file.sha256,
  }
}
