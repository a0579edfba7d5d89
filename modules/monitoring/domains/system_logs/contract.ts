import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.system_logs.read': { description: 'Read the logs of this server' },
    'system.system_logs.create': { description: 'Send log lines' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    system_logs: typeof contract
  }
}
