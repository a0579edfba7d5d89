import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

const uuid = Type.String({ format: 'uuid' })

export const contract = declare({
  permissions: {
    'system.gateway_events.process': { description: 'Process the events of payment gateways' },
  },
  jobs: {
    process_gateway_event: {
      input: Type.Object({
        event_id: uuid,
        /** Number of times the event was enqueued; jobs of earlier turns do nothing. */
        turn: Type.Integer({ minimum: 1 }),
      }),
      queue: 'gateway_events',
      retries: 3,
      timeoutSeconds: 60,
    },
    fetch_gateway_certificate: {
      input: Type.Object({ certificate_id: uuid, address: Type.String({ maxLength: 2048 }) }),
      queue: 'payments',
      retries: 2,
      timeoutSeconds: 30,
    },
  },
  // Of their own: a month's renewals bring tens of thousands, which must not delay the calls of people who pay.
  queues: {
    gateway_events: {},
  },
  errors: {
    invalid_signature: { status: 400, says: 'The signature of this event is not valid' },
  },
  counters: {
    gateway_events: {
      counts: 'Events that payment gateways sent, by what was done',
      by: 'outcome',
    },
  },
  audit: {
    'gateway_event.retried': { risk: 'low', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    gateway_events: typeof contract
  }
}
