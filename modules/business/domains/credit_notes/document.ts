import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import { Count, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'
import { type DocumentFile, fileOf } from '../invoices/document.ts'
import { CreditNoteDetail, readCreditNote } from './credit_note.ts'

const BATCH = 500

const { has_document: _, ...printed } = CreditNoteDetail.properties

/** What is printed. Nothing of it ever changes. */
export const CreditNoteDocument = Shape('CreditNoteDocument', {
  ...printed,
  invoice_issued_at: Time('When the invoice that it corrects was issued'),
})

export const RequestedDocuments = Shape('RequestedCreditNoteDocuments', {
  jobs_count: Count('Credit notes that are rendered', [0]),
})

/** A credit note of any account for the worker that renders it. */
export async function readCreditNoteDocument(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof CreditNoteDocument>> {
  const accountCtx = ctx.inAccount(await accountOfCreditNote(ctx, id))
  const { has_document: _, ...note } = await readCreditNote(accountCtx, id)
  const { issued_at } = await accountCtx
    .own('invoices')
    .select()
    .select('issued_at')
    .where('id', '=', note.invoice.id)
    .executeTakeFirstOrThrow()
  return { ...note, invoice_issued_at: issued_at ?? note.created_at }
}

/** Stores the PDF of a credit note. A second one is ignored, because a job may run twice. */
export async function storeCreditNoteDocument(
  ctx: PlatformCtx,
  id: string,
  { content: base64 }: Static<typeof DocumentFile>,
): Promise<void> {
  const { content, sha256 } = fileOf(base64)
  await ctx.inAccount(await accountOfCreditNote(ctx, id)).transaction(async (tx) => {
    const stored = await tx
      .own('credit_note_documents')
      .insert({ credit_note_id: id, content, sha256, created_at: tx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('credit_note_id')
      .executeTakeFirst()
    if (!stored) return
    await tx.audit('credit_note.rendered', id, { new: { sha256, size_bytes: content.length } })
  })
}

/** The PDF of a credit note of the account; 409 until it is rendered. */
export async function downloadCreditNote(ctx: Ctx, id: string): Promise<Download> {
  const note = await ctx
    .own('credit_notes')
    .select()
    .leftJoin('credit_note_documents as d', 'd.credit_note_id', 'credit_notes.id')
    .select(['number', 'd.content', 'd.sha256'])
    .where('credit_notes.id', '=', id)
    .executeTakeFirst()
  if (!note) throw fail.notFound('credit_note')
  const { number, content, sha256 } = note
  if (!content || !sha256) throw fail.with('document_not_ready')
  return { filename: `${number}.pdf`, type: 'application/pdf', content, etag: sha256 }
}

/** The same of any account, for administrators. */
export async function downloadAnyCreditNote(ctx: PlatformCtx, id: string): Promise<Download> {
  return downloadCreditNote(ctx.inAccount(await accountOfCreditNote(ctx, id)), id)
}

/** Has credit notes rendered that have no file: those of earlier versions, and those whose job was given up. */
export async function renderMissingCreditNotes(
  ctx: PlatformCtx,
): Promise<Static<typeof RequestedDocuments>> {
  const missing = await ctx
    .acrossAccounts({ because: 'credit notes of all accounts have a file' })
    .selectFrom('credit_notes as n')
    .select('n.id')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('credit_note_documents as d')
            .select('d.credit_note_id')
            .whereRef('d.credit_note_id', '=', 'n.id'),
        ),
      ),
    )
    .where('n.created_at', '<', new Date(ctx.now().getTime() - DAY_MS))
    .orderBy('n.id')
    .limit(BATCH)
    .execute()
  if (missing.length > 0) {
    await ctx.transaction(async (tx) => {
      tx.unaudited('each file is audited')
      const jobs = missing.map(({ id }) => ({ input: { credit_note_id: id } }))
      await tx.enqueueAll('render_credit_note', jobs)
    })
  }
  return { jobs_count: missing.length }
}

async function accountOfCreditNote(ctx: PlatformCtx, id: string): Promise<string> {
  const note = await ctx
    .acrossAccounts('admin.invoices.read')
    .selectFrom('credit_notes')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!note) throw fail.notFound('credit_note')
  return note.account_id
}
