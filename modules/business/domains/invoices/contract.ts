import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const invoice = {
  id: id('The invoice'),
  invoice_number: text('Its number', 'INV-202611-0042'),
  status: text('Status', 'open'),
  currency: text('Currency', 'USD'),
  total_cents: count('Total, tax included', 3451),
  amount_due_cents: count('What is still to be paid', 3451),
}

export const contract = declare({
  permissions: {
    'invoices.read': {
      description: 'See the invoices and credit notes of the account',
      roles: ['billing_admin'],
    },
    'invoices.create': {
      description: 'Draft invoices, which the seller issues',
      roles: ['billing_admin'],
    },
    'admin.invoices.read': { description: 'See the invoices of all accounts' },
    'admin.invoices.update': {
      description: 'Draft, change, issue, void and credit invoices, and mark them as paid',
    },
    'system.invoices.read': { description: 'Read any invoice' },
    'system.invoices.create': { description: 'Draft invoices of any account' },
    'system.invoices.update': { description: 'Store the files of invoices' },
  },
  events: {
    'invoice.created': event('An invoice was drafted', invoice),
    'invoice.updated': event('A draft of an invoice was changed', invoice),
    'invoice.finalized': event('An invoice was issued', invoice),
    'invoice.paid': event('Nothing is due for an invoice any more', invoice),
    'invoice.voided': event('An invoice was voided', invoice),
    'invoice.written_off': event('An invoice was written off as uncollectible', invoice),
    'invoice.balance_written_off': event(
      'A balance that was too small to collect was written off, because no other invoice followed',
      {
        ...{ id: invoice.id, invoice_number: invoice.invoice_number, currency: invoice.currency },
        amount_cents: count('The balance', 48),
      },
    ),
  },
  jobs: {
    render_invoice: {
      input: Type.Object({ invoice_id: Type.String({ format: 'uuid' }) }),
      queue: 'reports',
      retries: 8,
      timeoutSeconds: 60,
    },
  },
  errors: {
    document_not_ready: {
      status: 409,
      says: 'The file of this invoice is not ready yet: try again in a moment',
    },
  },
  audit: {
    'invoice.created': {},
    'invoice.updated': {},
    'invoice.finalized': {},
    'invoice.rendered': {},
    'invoice.paid': {},
    'invoice.voided': { risk: 'medium', of: ['admin'] },
    'invoice.written_off': { risk: 'medium', of: ['admin'] },
    'invoice.balance_written_off': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    invoices: typeof contract
  }
}
