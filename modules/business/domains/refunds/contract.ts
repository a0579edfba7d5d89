import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'

const refund = {
  id: id('The refund'),
  payment_id: id('The payment that is paid back'),
  status: text('Status', 'succeeded'),
  destination: text('Where the money goes: method or balance', 'method'),
  amount_cents: count('Amount', 5000),
  currency: text('Currency', 'USD'),
}

export const contract = declare({
  permissions: {
    'admin.payments.refund': { description: 'Pay payments back' },
  },
  events: {
    'refund.created': event('A refund was requested', refund),
    'refund.succeeded': event('Money was paid back', refund),
    'refund.failed': event('Money could not be paid back, and became credit', refund),
  },
  audit: {
    'refund.created': { risk: 'medium', of: ['admin'] },
    'refund.succeeded': {},
    'refund.failed': { risk: 'medium', of: ['suspicious'] },
  },
  notifications: {
    refund_failed: {
      needs: 'payments.read',
      category: 'Billing',
      label: 'A refund became credit',
      description: 'Sent to owners and billing administrators when money could not be paid back',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    refunds: typeof contract
  }
}
