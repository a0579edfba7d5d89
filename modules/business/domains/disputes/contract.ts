import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'

const dispute = {
  id: id('The dispute'),
  payment_id: id('The payment that is disputed'),
  status: text('Status: open, won or lost', 'open'),
  reason: text('What the customer says', 'fraudulent'),
  amount_cents: count('What the gateway took back', 3451),
  currency: text('Currency', 'USD'),
}

export const contract = declare({
  events: {
    'dispute.opened': event('A customer disputes a payment with the bank', dispute),
    'dispute.closed': event('A dispute was won or lost', dispute),
  },
  audit: {
    'dispute.opened': { risk: 'high', of: ['suspicious'] },
    'dispute.closed': { risk: 'medium', of: ['suspicious'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    disputes: typeof contract
  }
}
