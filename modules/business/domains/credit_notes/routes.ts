import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { DocumentFile } from '../invoices/document.ts'
import {
  AdminCreditNoteFilters,
  CreditNote,
  CreditNoteDetail,
  CreditNoteFilters,
  listAllCreditNotes,
  listCreditNotes,
  readCreditNote,
} from './credit_note.ts'
import { creditInvoice, NewCreditNote } from './crediting.ts'
import {
  CreditNoteDocument,
  downloadAnyCreditNote,
  downloadCreditNote,
  RequestedDocuments,
  readCreditNoteDocument,
  renderMissingCreditNotes,
  storeCreditNoteDocument,
} from './document.ts'

export const creditNotes = resource('/credit_notes', 'Credit notes of an account', (r) => {
  r.list(
    '/',
    {
      can: 'invoices.read',
      of: CreditNote,
      query: CreditNoteFilters,
      sorts: ['-created_at'],
      summary: 'List the credit notes of the account',
    },
    ({ ctx, page, query }) => listCreditNotes(ctx, page, query),
  )
  r.get(
    '/:id',
    { can: 'invoices.read', of: CreditNoteDetail, summary: 'Get a credit note' },
    ({ ctx, id }) => readCreditNote(ctx, id),
  )
  r.download(
    '/:id/pdf',
    {
      can: 'invoices.read',
      types: ['application/pdf'],
      name: 'downloadPdf',
      summary: 'Download the PDF of a credit note',
      fails: ['document_not_ready'],
    },
    ({ ctx, id }) => downloadCreditNote(ctx, id),
  )
})

export const allCreditNotes = resource(
  '/admin/credit_notes',
  'Credit notes of every account',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.invoices.read',
        of: CreditNote,
        query: AdminCreditNoteFilters,
        sorts: ['-created_at'],
        summary: 'List the credit notes of every account',
      },
      ({ ctx, page, query }) => listAllCreditNotes(ctx, page, query),
    )
    r.download(
      '/:id/pdf',
      {
        can: 'admin.invoices.read',
        types: ['application/pdf'],
        name: 'downloadPdf',
        summary: 'Download the PDF of a credit note of any account',
        fails: ['document_not_ready'],
      },
      ({ ctx, id }) => downloadAnyCreditNote(ctx, id),
    )
  },
)

export const creditNotesOfInvoices = resource('/admin/invoices', (r) => {
  r.post(
    '/:id/credit_notes',
    {
      can: 'admin.invoices.update',
      notImpersonating: true,
      body: NewCreditNote,
      of: CreditNoteDetail,
      status: 201,
      location: '/credit_notes',
      name: 'createCreditNote',
      summary: 'Credit part of an invoice, or all of it',
      says: 'Credit note issued',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => creditInvoice(ctx, id, body),
  )
})

/** For the handlers of `render_credit_note` and `render_missing_credit_notes`. */
export const renderingCreditNotes = resource(
  '/internal/credit_notes',
  'Rendering of credit notes',
  (r) => {
    r.post(
      '/render_missing',
      {
        can: 'system.invoices.update',
        of: RequestedDocuments,
        status: 200,
        summary: 'Have credit notes without a file rendered',
      },
      ({ ctx }) => renderMissingCreditNotes(ctx),
    )
    r.get(
      '/:id/document',
      {
        can: 'system.invoices.read',
        of: CreditNoteDocument,
        summary: 'Get a credit note as it is printed',
      },
      ({ ctx, id }) => readCreditNoteDocument(ctx, id),
    )
    r.put(
      '/:id/pdf',
      {
        can: 'system.invoices.update',
        body: DocumentFile,
        of: Empty,
        name: 'storePdf',
        summary: 'Store the PDF of a credit note',
      },
      ({ ctx, id, body }) => storeCreditNoteDocument(ctx, id, body),
    )
  },
)
