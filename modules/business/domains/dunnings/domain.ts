import { defineDomain } from '@powernode/server/platform/module.ts'
import { closeExhausted, closeRecovered, closeWithdrawn } from './closing.ts'
import { contract } from './contract.ts'
import { recordFailure } from './failing.ts'
import { mails } from './mails.ts'
import { retryWithNewMethod } from './new_method.ts'
import { allDunnings, dunnings, retrying } from './routes.ts'
import { settings } from './settings.ts'
import { insertDunning } from './starting.ts'

export default defineDomain({
  name: 'dunnings',
  tables: ['dunnings'],
  contract,
  routes: [dunnings, allDunnings, retrying],
  before: {
    'payment.failed': [recordFailure],
    'payment_method.created': [
      async (tx, { is_default }) => {
        if (is_default) await retryWithNewMethod(tx)
      },
    ],
    'payment_method.chosen': [retryWithNewMethod],
    'invoice.paid': [closeRecovered],
    'invoice.voided': [closeWithdrawn],
    'invoice.written_off': [closeExhausted],
  },
  mails,
  settings,
  examples: {
    dunnings: async ({ write, id }) => {
      const ids = { invoice_id: await id('invoices'), subscription_id: await id('subscriptions') }
      const why = { failure_reason: 'The card was declined.', stopped_because: null }
      return write((tx) => insertDunning(tx, { ...ids, ...why }))
    },
  },
  names: {
    dunning: {
      rows: (ctx) =>
        ctx
          .own('dunnings')
          .select()
          .innerJoin('invoices', 'invoices.id', 'dunnings.invoice_id')
          .select(['dunnings.id', 'invoice_number as name']),
      recorded: 'invoice_id',
    },
  },
})
