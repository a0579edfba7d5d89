import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

export const contract = declare({
  events: {
    'credit_note.created': event('A credit note was issued', {
      id: id('The credit note'),
      invoice_id: id('The invoice it corrects'),
      number: text('Its number', 'CN-202611-0007'),
      currency: text('Currency', 'USD'),
      total_cents: count('Total, tax included', 1190),
    }),
  },
  jobs: {
    render_credit_note: {
      input: Type.Object({ credit_note_id: Type.String({ format: 'uuid' }) }),
      queue: 'reports',
      retries: 8,
      timeoutSeconds: 60,
    },
    render_missing_credit_notes: {
      input: Type.Object({}),
      queue: 'reports',
      retries: 2,
      timeoutSeconds: 60,
      schedule: '50 4 * * *',
    },
  },
  audit: {
    'credit_note.created': { risk: 'medium', of: ['admin'] },
    'credit_note.rendered': {},
  },
  notifications: {
    credit_note_issued: {
      needs: 'invoices.read',
      category: 'Billing',
      label: 'A credit note was issued',
      description: 'Sent to owners and billing administrators',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    credit_notes: typeof contract
  }
}
