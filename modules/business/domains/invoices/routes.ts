import { isInAccount } from '@powernode/server/platform/db/context.ts'
import { type Routes, resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { finalizeInvoice, voidInvoice, writeOffInvoice } from './acts.ts'
import {
  DocumentFile,
  downloadDocument,
  InvoiceDocument,
  readInvoiceDocument,
  storeDocument,
} from './document.ts'
import {
  createAccountInvoice,
  createInvoice,
  createInvoiceOfSubscription,
  NewAccountInvoice,
  NewInvoice,
} from './drafting.ts'
import { editInvoice, InvoiceChanges } from './editing.ts'
import {
  accountOfInvoice,
  Invoice,
  InvoiceDetail,
  InvoiceFilters,
  listAllInvoices,
  listInvoices,
  readAnyInvoice,
  readInvoice,
} from './invoice.ts'

const sorts = ['-created_at', '-due_at'] as const

/** The invoices of an account, under both of their paths. Workers reach those of every account. */
function ofAccount(r: Routes) {
  r.list(
    '/',
    {
      can: 'invoices.read',
      worker: 'system.invoices.read',
      of: Invoice,
      query: InvoiceFilters,
      sorts,
      summary: 'List the invoices of the account',
    },
    ({ ctx, page, query }) =>
      isInAccount(ctx) ? listInvoices(ctx, page, query) : listAllInvoices(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'invoices.create',
      worker: 'system.invoices.create',
      notImpersonating: true,
      body: NewInvoice,
      of: InvoiceDetail,
      location: '/invoices',
      summary: 'Draft an invoice, which the seller issues',
      says: 'Invoice drafted',
    },
    ({ ctx, body }) =>
      isInAccount(ctx) ? createInvoice(ctx, body) : createInvoiceOfSubscription(ctx, body),
  )
}

export const billingInvoices = resource('/billing/invoices', 'The same as /invoices', ofAccount)

export const invoices = resource('/invoices', 'Invoices of an account', (r) => {
  ofAccount(r)
  r.get(
    '/:id',
    {
      can: 'invoices.read',
      worker: 'system.invoices.read',
      of: InvoiceDetail,
      summary: 'Get an invoice with its lines',
    },
    ({ ctx, id }) => (isInAccount(ctx) ? readInvoice(ctx, id) : readAnyInvoice(ctx, id)),
  )
  r.download(
    '/:id/pdf',
    {
      can: 'invoices.read',
      types: ['application/pdf'],
      name: 'downloadPdf',
      summary: 'Download the PDF of an issued invoice',
      fails: ['document_not_ready', 'invalid_transition'],
    },
    ({ ctx, id }) => downloadDocument(ctx, id),
  )
})

export const allInvoices = resource('/admin/invoices', 'Invoices of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.invoices.read',
      of: Invoice,
      query: InvoiceFilters,
      sorts,
      summary: 'List the invoices of every account',
    },
    ({ ctx, page, query }) => listAllInvoices(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.invoices.update',
      notImpersonating: true,
      body: NewAccountInvoice,
      of: InvoiceDetail,
      summary: 'Draft an invoice for an account',
      says: 'Invoice drafted',
    },
    ({ ctx, body }) => createAccountInvoice(ctx, body),
  )
  r.get(
    '/:id',
    { can: 'admin.invoices.read', of: InvoiceDetail, summary: 'Get an invoice of any account' },
    ({ ctx, id }) => readAnyInvoice(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'admin.invoices.update',
      notImpersonating: true,
      body: InvoiceChanges,
      of: InvoiceDetail,
      summary: 'Change a draft',
      says: 'Invoice updated',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => editInvoice(ctx, id, body),
  )
  r.download(
    '/:id/pdf',
    {
      can: 'admin.invoices.read',
      types: ['application/pdf'],
      name: 'downloadPdf',
      summary: 'Download the PDF of an issued invoice of any account',
      fails: ['document_not_ready', 'invalid_transition'],
    },
    async ({ ctx, id }) => downloadDocument(ctx.inAccount(await accountOfInvoice(ctx, id)), id),
  )
  const act = {
    can: 'admin.invoices.update',
    notImpersonating: true,
    of: InvoiceDetail,
    status: 200,
    fails: ['invalid_transition'],
  } as const
  r.post(
    '/:id/finalize',
    { ...act, fails: [...act.fails], summary: 'Issue a draft', says: 'Invoice issued' },
    ({ ctx, id }) => finalizeInvoice(ctx, id),
  )
  r.post(
    '/:id/void',
    {
      ...act,
      fails: [...act.fails],
      summary: 'Void an invoice for which nothing was paid',
      says: 'Invoice voided',
    },
    ({ ctx, id }) => voidInvoice(ctx, id),
  )
  r.post(
    '/:id/write_off',
    {
      ...act,
      fails: [...act.fails],
      summary: 'Write off what is due as uncollectible',
      says: 'Invoice written off',
    },
    ({ ctx, id }) => writeOffInvoice(ctx, id),
  )
})

/** For the handler of `render_invoice`. */
export const rendering = resource('/internal/invoices', 'Rendering of invoices', (r) => {
  r.get(
    '/:id/document',
    {
      can: 'system.invoices.read',
      of: InvoiceDocument,
      summary: 'Get an invoice as it was issued',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => readInvoiceDocument(ctx, id),
  )
  r.put(
    '/:id/pdf',
    {
      can: 'system.invoices.update',
      body: DocumentFile,
      of: Empty,
      name: 'storePdf',
      summary: 'Store the PDF of an issued invoice',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => storeDocument(ctx, id, body),
  )
})
