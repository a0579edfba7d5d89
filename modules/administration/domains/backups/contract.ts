import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.backups.read': { description: 'See backups, and when they are taken' },
    'admin.backups.create': { description: 'Back up now' },
    'admin.backups.update': { description: 'Change when backups are taken, and where' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    backups: typeof contract
  }
}
