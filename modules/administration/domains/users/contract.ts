import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.users.read': { description: 'See the people of every account' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'admin/users': typeof contract
  }
}
