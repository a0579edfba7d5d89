import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'system.notifications.create': { description: 'Tell people something' },
  },
  notifications: {
    announcement: {
      category: 'Other',
      label: 'Messages of this server',
      description: 'What its workers have to say, such as that a report is done',
      in_app: true,
      mail: false,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    notifications: typeof contract
  }
}
