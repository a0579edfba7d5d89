import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.credit_grants.read': { description: 'See the credit of all accounts' },
    'admin.credit_grants.create': { description: 'Give accounts credit' },
  },
  audit: {
    'credit_grant.created': { risk: 'medium', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    credit_grants: typeof contract
  }
}
