import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.table_sizes.read': { description: 'See the size and growth of the database' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    table_sizes: typeof contract
  }
}
