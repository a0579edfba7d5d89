import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.system_logs.read': { description: 'Read what this server logs' },
    'system.system_logs.create': { description: 'Hand over log lines' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    system_logs: typeof contract
  }
}
