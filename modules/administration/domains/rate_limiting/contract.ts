import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.rate_limiting.read': {
      description: 'See rate limits, violations and the API use of accounts',
    },
    'admin.rate_limiting.update': {
      description: 'Change, reset and disable rate limits, and change the tiers of accounts',
    },
  },
  audit: {
    'rate_limiting.disabled': { risk: 'high', of: ['admin', 'security'] },
    'rate_limiting.enabled': { risk: 'low', of: ['admin', 'security'] },
    'rate_limiting.cleared': { risk: 'medium', of: ['admin', 'security'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    rate_limiting: typeof contract
  }
}
