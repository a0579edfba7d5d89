import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.rate_limiting.read': {
      description: 'See rate limits, who was refused and how accounts use the API',
    },
    'admin.rate_limiting.update': {
      description: 'Change, reset and switch off rate limits, and accounts’ tiers',
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
