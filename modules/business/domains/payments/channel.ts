import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, Nullable, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { paymentStream } from './payment.ts'

const fields = {
  payment: Shape({
    id: Id(),
    status: Text(20, { description: 'Status', examples: ['succeeded'] }),
    invoice_id: Nullable(Id('The invoice that it pays')),
  }),
  timestamp: Time('When it happened'),
}

/** Notifies of changes of the account's payments. `account_id` must be the account that the user works in. */
export const PaymentChannel: Channel = {
  summary: 'The account’s payments.',
  needs: 'payments.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    payment_created: { summary: 'A payment was started', fields },
    payment_requires_action: { summary: 'A person must approve it', fields },
    payment_succeeded: { summary: 'The money was received', fields },
    payment_failed: { summary: 'It failed', fields },
    payment_cancelled: { summary: 'It was cancelled', fields },
    refund_created: { summary: 'A refund was requested; the status is its own', fields },
    refund_succeeded: { summary: 'Money was paid back', fields },
    refund_failed: { summary: 'A refund failed, and became credit', fields },
    payment_settled: { summary: 'Money in suspense was settled', fields },
    payment_unmatched: { summary: 'Something other than what was due was received', fields },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('payments.read')
    return allowed && account_id === account.id ? paymentStream(account.id) : undefined
  },
}
