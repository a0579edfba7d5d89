import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.payment_gateways.read': {
      description: 'See the settings of payment gateways and the payments made with them',
    },
    'admin.payment_gateways.update': {
      description: 'Change the settings of payment gateways and test their connections',
    },
    'system.gateways.process': { description: 'Call payment gateways' },
  },
  queues: {
    payments: { weight: 2 },
  },
  errors: {
    gateway_not_configured: {
      status: 422,
      says: 'No payment gateway is set up: an administrator of this server sets one up under Admin → Gateways',
    },
  },
  audit: {
    'payment_gateway.updated': { risk: 'high', of: ['admin', 'security'] },
    'payment_gateway.tested': { risk: 'low', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    payment_gateways: typeof contract
  }
}
