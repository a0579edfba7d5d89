import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.error_reports.read': { description: 'See the errors of servers and workers' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    error_reports: typeof contract
  }
}
