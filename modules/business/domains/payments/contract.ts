import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const payment = {
  id: id('The payment'),
  invoice_id: Type.Union([id('The invoice that it pays'), Type.Null()], {
    examples: ['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'],
  }),
  status: text('Status', 'succeeded'),
  amount_cents: count('Amount', 3451),
  currency: text('Currency', 'USD'),
  gateway: text('How it was paid', 'stripe'),
}

export const contract = declare({
  permissions: {
    'payments.read': { description: 'See the payments of the account', roles: ['billing_admin'] },
    'payments.create': {
      description: 'Pay invoices and add credit',
      roles: ['billing_admin'],
    },
    'admin.payments.read': { description: 'See the payments of all accounts' },
    'admin.payments.update': { description: 'Decide what money in suspense is for' },
    'system.payments.create': { description: 'Charge and record payments of any account' },
  },
  events: {
    'payment.succeeded': event('A payment was received', payment),
    'payment.requires_action': event('A payment waits until a person approves it', payment),
    'payment.cancelled': event('A payment was cancelled; no money moved', payment),
    'payment.settled': event(
      'Money that was not what was due pays the invoice after all, or became credit',
      payment,
    ),
    'payment.failed': event('A payment failed', {
      ...payment,
      failure_code: text('Code of the reason', 'insufficient_funds'),
      decline_kind: Type.Union(
        [
          Type.Literal('soft'),
          Type.Literal('hard'),
          Type.Literal('authentication'),
          Type.Literal('technical'),
        ],
        {
          description:
            'Soft may succeed later, hard never with this payment method; authentication needs a person',
          examples: ['soft'],
        },
      ),
      failure_reason: text('The reason in words', 'Your card has insufficient funds.'),
      attempt: count('Which attempt for the invoice it was', 1),
      on_session: Type.Boolean({
        description: 'Whether someone was present to approve it',
        examples: [false],
      }),
    }),
    'payment.unmatched': event('Something other than what was due was received', {
      ...payment,
      expected_amount_cents: count('What was due', 2900),
      expected_currency: text('Its currency', 'USD'),
    }),
  },
  errors: {
    payment_declined: { status: 402, says: 'The payment was declined' },
    payment_method_required: {
      status: 404,
      says: 'This account has no payment method that can be charged: add one first',
    },
    gateway_error: { status: 502, says: 'The payment gateway did not answer: try again later' },
    too_many_payment_attempts: {
      status: 409,
      says: 'This invoice was tried too often: try another way to pay, or try again in some days',
    },
  },
  audit: {
    'payment.created': {},
    'payment.succeeded': {},
    'payment.requires_action': {},
    'payment.failed': {},
    'payment.cancelled': {},
    'payment.unmatched': { risk: 'high', of: ['suspicious'] },
    'payment.settled': { risk: 'medium', of: ['admin'] },
  },
  notifications: {
    payment_received: {
      needs: 'payments.read',
      category: 'Billing',
      label: 'A payment was received',
      description: 'Sent to owners and billing administrators',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    payments: typeof contract
  }
}
