import { resource } from '@powernode/server/platform/http/resource.ts'
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
