import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.accounts.read': { description: 'See every account of this server' },
    'admin.accounts.suspend': { description: 'Suspend and activate accounts' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'admin/accounts': typeof contract
  }
}
