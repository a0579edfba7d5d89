import { defineActivity } from '~/activity'

/** What administrators do with the events of payment gateways. */
export default defineActivity({
  types: {
    gateway_event: { noun: 'event of a payment gateway' },
  },
  sentences: {
    'gateway_event.retried': 'had {the object} processed again',
  },
})
