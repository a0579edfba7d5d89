import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { invoiceStream } from './invoice.ts'

const fields = {
  invoice: Shape({
    id: Id(),
    invoice_number: Text(30, { description: 'Its number', examples: ['INV-202611-0042'] }),
    status: Text(20, { description: 'Status', examples: ['open'] }),
  }),
  timestamp: Time('When it happened'),
}

/** Notifies of changes of the account's invoices. `account_id` must be the account that the user works in. */
export const InvoiceChannel: Channel = {
  summary: 'The account’s invoices.',
  needs: 'invoices.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    invoice_created: { summary: 'An invoice was drafted', fields },
    invoice_finalized: { summary: 'An invoice was issued', fields },
    invoice_paid: { summary: 'Nothing is due for it any more', fields },
    invoice_voided: { summary: 'It was voided', fields },
    invoice_written_off: { summary: 'It was written off', fields },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('invoices.read')
    return allowed && account_id === account.id ? invoiceStream(account.id) : undefined
  },
}
