import type { Permission } from '@powernode/contract/names.ts'
import {
  type Icon,
  IconActivity,
  IconAdjustments,
  IconAlertTriangle,
  IconBell,
  IconBuilding,
  IconDatabaseExport,
  IconFileText,
  IconFingerprint,
  IconGauge,
  IconHeartbeat,
  IconHome,
  IconKey,
  IconListDetails,
  IconMail,
  IconMailPlus,
  IconPackage,
  IconReceipt,
  IconServer2,
  IconSettings,
  IconShieldCog,
  IconShieldLock,
  IconSpy,
  IconStack2,
  IconUser,
  IconUserShare,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react'

export type Destination = {
  label: string
  to:
    | '/'
    | '/webhooks'
    | '/users'
    | '/invitations'
    | '/roles'
    | '/api_keys'
    | '/delegations'
    | '/impersonations'
    | '/audit_logs'
    | '/notifications'
    | '/admin/workers'
    | '/admin/jobs'
    | '/admin/rate_limiting'
    | '/admin/services'
    | '/admin/alerts'
    | '/admin'
    | '/admin/accounts'
    | '/admin/users'
    | '/admin/logs'
    | '/admin/mails'
    | '/admin/backups'
    | '/admin/settings'
    | '/admin/security'
    | '/settings/account'
    | '/plans'
    | '/subscriptions'
    | '/profile'
    | '/security'
  icon: Icon
  /** Pressed after `g`. */
  key: string
  /** Without it the entry is not shown; the page itself explains what is missing. */
  needs?: Permission
}

export type Group = { label: string | null; entries: Destination[] }

/** The map of the whole app, in the order people read it. A group without entries is not shown. */
export const navigation: Group[] = [
  { label: null, entries: [{ label: 'Home', to: '/', icon: IconHome, key: 'h' }] },
  { label: 'AI', entries: [] },
  {
    label: 'Build',
    entries: [
      { label: 'API keys', to: '/api_keys', icon: IconKey, key: 'k', needs: 'api_keys.read' },
      { label: 'Webhooks', to: '/webhooks', icon: IconWebhook, key: 'w', needs: 'webhooks.read' },
    ],
  },
  { label: 'Content', entries: [] },
  {
    label: 'Business',
    entries: [
      {
        label: 'Plans',
        to: '/plans',
        icon: IconPackage,
        key: 'P',
        needs: 'admin.plans.update',
      },
      {
        label: 'Subscriptions',
        to: '/subscriptions',
        icon: IconReceipt,
        key: 'S',
        needs: 'admin.subscriptions.read',
      },
    ],
  },
  {
    label: 'Account',
    entries: [
      { label: 'Users', to: '/users', icon: IconUsers, key: 'u', needs: 'users.read' },
      {
        label: 'Invitations',
        to: '/invitations',
        icon: IconMailPlus,
        key: 'i',
        needs: 'invitations.read',
      },
      { label: 'Roles', to: '/roles', icon: IconShieldLock, key: 'r', needs: 'roles.read' },
      {
        label: 'Delegations',
        to: '/delegations',
        icon: IconUserShare,
        key: 'd',
        needs: 'delegations.read',
      },
      {
        label: 'Impersonations',
        to: '/impersonations',
        icon: IconSpy,
        key: 'o',
        needs: 'impersonations.read',
      },
      {
        label: 'Audit log',
        to: '/audit_logs',
        icon: IconListDetails,
        key: 'a',
        needs: 'audit_logs.read',
      },
      { label: 'Settings', to: '/settings/account', icon: IconSettings, key: 's' },
    ],
  },
  {
    label: 'Admin',
    entries: [
      {
        label: 'Overview',
        to: '/admin',
        icon: IconActivity,
        key: 'v',
        needs: 'admin.settings.read',
      },
      {
        label: 'Accounts',
        to: '/admin/accounts',
        icon: IconBuilding,
        key: 'c',
        needs: 'admin.accounts.read',
      },
      {
        label: 'All users',
        to: '/admin/users',
        icon: IconUsersGroup,
        key: 'b',
        needs: 'admin.users.read',
      },
      {
        label: 'Workers',
        to: '/admin/workers',
        icon: IconServer2,
        key: 'e',
        needs: 'admin.workers.read',
      },
      { label: 'Jobs', to: '/admin/jobs', icon: IconStack2, key: 'j', needs: 'admin.jobs.read' },
      {
        label: 'Limits',
        to: '/admin/rate_limiting',
        icon: IconGauge,
        key: 'q',
        needs: 'admin.rate_limiting.read',
      },
      {
        label: 'Services',
        to: '/admin/services',
        icon: IconHeartbeat,
        key: 'f',
        needs: 'admin.services.read',
      },
      {
        label: 'Alerts',
        to: '/admin/alerts',
        icon: IconAlertTriangle,
        key: 'z',
        needs: 'admin.alerts.read',
      },
      {
        label: 'Logs',
        to: '/admin/logs',
        icon: IconFileText,
        key: 'l',
        needs: 'admin.system_logs.read',
      },
      { label: 'Mailbox', to: '/admin/mails', icon: IconMail, key: 'm', needs: 'admin.mails.read' },
      {
        label: 'Backups',
        to: '/admin/backups',
        icon: IconDatabaseExport,
        key: 'B',
        needs: 'admin.backups.read',
      },
      {
        label: 'Server settings',
        to: '/admin/settings',
        icon: IconAdjustments,
        key: 't',
        needs: 'admin.settings.read',
      },
      {
        label: 'Server security',
        to: '/admin/security',
        icon: IconShieldCog,
        key: 'x',
        needs: 'admin.security.read',
      },
    ],
  },
]

/** Pages of the person, reached from the top bar. */
export const personal: Destination[] = [
  { label: 'Profile', to: '/profile', icon: IconUser, key: 'p' },
  { label: 'Security', to: '/security', icon: IconFingerprint, key: 'y' },
  { label: 'Notifications', to: '/notifications', icon: IconBell, key: 'n' },
]

/** The same map, reduced to what these permissions open. */
export function open(permissions: string[]): Group[] {
  const allowed = ({ needs }: Destination) => !needs || permissions.includes(needs)
  return navigation
    .map((group) => ({ ...group, entries: group.entries.filter(allowed) }))
    .filter((group) => group.entries.length > 0)
}
