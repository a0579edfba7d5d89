import { defineActivity } from '~/activity'
import { gatewayTitle } from './words'

/** What payment gateways and the tests of their connections write to the audit log. */
export default defineActivity({
  types: {
    payment_gateway: { noun: 'payment gateway', page: '/admin/payment_gateways/$id' },
  },
  sentences: {
    'payment_gateway.updated': ({ resource_id }) =>
      `changed the settings of ${gatewayTitle(resource_id)}`,
    'payment_gateway.tested': ({ resource_id }) =>
      `tested the connection to ${gatewayTitle(resource_id)}`,
  },
})
