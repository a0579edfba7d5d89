import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.backups.read': { description: 'See backups and their settings' },
    'admin.backups.create': { description: 'Start a backup' },
    'admin.backups.update': { description: 'Change the schedule and folder of backups' },
  },
  audit: {
    'backup.started': {},
    'backup.completed': {},
    'backup.failed': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    backups: typeof contract
  }
}
