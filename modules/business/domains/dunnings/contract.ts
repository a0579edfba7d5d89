import { declare } from '@powernode/contract/declare.ts'
import { event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const dunning = {
  id: id('The dunning'),
  invoice_id: id('The invoice that is not paid'),
  subscription_id: id('Its subscription'),
  status: text('Status', 'open'),
}

export const contract = declare({
  permissions: {
    'system.dunnings.update': { description: 'Retry failed payments and remind of them' },
  },
  events: {
    'dunning.started': event('The payment of a subscription failed', dunning),
    'dunning.closed': event('A failed payment was made, or given up', dunning),
  },
  jobs: {
    advance_dunnings: {
      input: Type.Object({}),
      queue: 'maintenance',
      retries: 0,
      timeoutSeconds: 300,
      schedule: '*/5 * * * *',
    },
  },
  audit: {
    'dunning.started': {},
    'dunning.attempted': {},
    'dunning.reminded': {},
    'dunning.closed': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    dunnings: typeof contract
  }
}
