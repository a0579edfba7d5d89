import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.users.read': { description: 'See the users of every account' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'admin/users': typeof contract
  }
}
