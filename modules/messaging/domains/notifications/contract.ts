import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'system.notifications.create': { description: 'Notify users' },
  },
  notifications: {
    announcement: {
      category: 'Other',
      label: 'Messages from this server',
      description: 'Sent by workers, for example when a report is ready',
      in_app: true,
      mail: false,
    },
  },
  audit: {
    'notification_preference.updated': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    notifications: typeof contract
  }
}
