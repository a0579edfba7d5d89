import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'

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
  audit: {
    'credit_note.created': { risk: 'medium', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    credit_notes: typeof contract
  }
}
