import { refuseTaken } from '@powernode/contract/taken.ts'

/**
 * Every permission there is. `<resource>.<verb>` acts inside the caller's account, `admin.<resource>.<verb>`
 * across accounts, `system.<resource>.<verb>` belongs to workers. A route that names another does not compile.
 */
export const permissions = {
  'accounts.update': 'Change the account’s name, billing address and settings',
  'api_keys.read': 'See API keys, what they may do and how they are used',
  'api_keys.create': 'Make API keys',
  'api_keys.update': 'Change, regenerate, revoke and activate API keys',
  'api_keys.delete': 'Delete API keys',
  'audit_logs.read': 'Read the audit log',
  'audit_logs.export': 'Export the audit log',
  'accounts.read': 'See how much of its limits the account uses',
  'delegations.read': 'See who of other accounts may work here',
  'delegations.create': 'Give people of other accounts rights here',
  'delegations.update': 'Change, pause and revoke such rights',
  'impersonations.read': 'See who acted as whom',
  'invitations.read': 'See invitations',
  'invitations.create': 'Invite people, and send invitations again',
  'invitations.delete': 'Cancel invitations',
  'roles.read': 'See roles and what they allow',
  'roles.create': 'Make roles of the account’s own',
  'roles.update': 'Change the account’s own roles',
  'roles.delete': 'Delete the account’s own roles',
  'roles.assign': 'Give people roles and take them away',
  'users.read': 'See the people of the account',
  'users.create': 'Add people to the account',
  'users.update': 'Change people’s details and roles',
  'users.delete': 'Remove people from the account',
  'users.suspend': 'Suspend, activate and unlock people',
  'users.impersonate': 'Act as somebody else, for a while and on record',
  'webhooks.read': 'See webhooks and what they delivered',
  'webhooks.create': 'Make webhooks',
  'webhooks.update': 'Change, test and replay webhooks',
  'webhooks.delete': 'Delete webhooks',
  'admin.accounts.read': 'See every account of this server',
  'admin.accounts.suspend': 'Suspend and activate accounts',
  'admin.alerts.read': 'See what is, or was, wrong with this server',
  'admin.alerts.update': 'Acknowledge and resolve alerts',
  'admin.alert_rules.read': 'See what this server watches for',
  'admin.alert_rules.create': 'Add alert rules',
  'admin.alert_rules.update': 'Change alert rules, and switch them on and off',
  'admin.alert_rules.delete': 'Delete alert rules',
  'admin.audit_logs.read': 'Read the audit log of any account',
  'admin.audit_logs.delete': 'Clean up old entries of the audit log',
  'admin.backups.read': 'See backups, and when they are taken',
  'admin.backups.create': 'Back up now',
  'admin.backups.update': 'Change when backups are taken, and where',
  'admin.jobs.read': 'See jobs and queues',
  'admin.jobs.update': 'Cancel jobs and queue given-up ones again',
  'admin.mails.read': 'Read the mail this server sends',
  'admin.mails.update': 'Send mail again',
  'admin.rate_limiting.read': 'See rate limits, who was refused and how accounts use the API',
  'admin.rate_limiting.update': 'Change, reset and switch off rate limits, and accounts’ tiers',
  'admin.security.read': 'See how this server guards sign-in',
  'admin.security.update': 'Change how this server guards sign-in',
  'admin.services.read': 'See watched services, their checks and incidents',
  'admin.services.create': 'Add services to watch',
  'admin.services.update': 'Change, pause and check services',
  'admin.services.delete': 'Delete services',
  'admin.settings.read': 'See the settings, figures and health of this server',
  'admin.settings.update': 'Change the settings of this server',
  'admin.signing_keys.rotate': 'Replace the key that signs tokens',
  'admin.system_logs.read': 'Read what this server logs',
  'admin.users.read': 'See the people of every account',
  'admin.users.impersonate': 'Act as somebody of any account, for a while and on record',
  'admin.workers.read': 'See workers and queues',
  'admin.workers.create': 'Register workers',
  'admin.workers.update': 'Configure, suspend and test workers',
  'admin.workers.delete': 'Delete workers',
  'system.accounts.read': 'Read any account',
  'system.users.read': 'Read anybody',
  'system.invitations.read': 'Read any invitation',
  'system.notifications.create': 'Tell people something',
  'system.alerts.create': 'Report that something is wrong',
  'system.audit_logs.create': 'Write entries into the audit log of any account',
  'system.jobs.process': 'Lease and finish jobs',
  'system.services.check': 'Check services',
  'system.system_logs.create': 'Hand over log lines',
  'system.webhooks.deliver': 'Deliver webhooks',
} as const

/** What extensions add, each by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who merge into it
export interface ExtensionPermissions {}

export type Permission = keyof typeof permissions | keyof ExtensionPermissions
export type SystemPermission = Extract<Permission, `system.${string}`>

export const allPermissions = Object.keys(permissions) as Permission[]

export function categoryOf(permission: Permission): 'resource' | 'admin' | 'system' {
  const prefix = permission.split('.')[0]
  return prefix === 'admin' || prefix === 'system' ? prefix : 'resource'
}

/** Never given to a key: what takes a person to answer for, and what would let a key make or become another. */
export function needsPerson(permission: Permission): boolean {
  return (
    categoryOf(permission) !== 'resource' ||
    /^(api_keys|impersonations)\.|^users\.impersonate$/.test(permission)
  )
}

/** Rights over the account itself stay with its own people, as does all administration of the server. */
export const NOT_DELEGABLE: Permission[] = [
  'accounts.update',
  'roles.create',
  'roles.update',
  'roles.delete',
  'roles.assign',
  'delegations.create',
  'delegations.update',
  'users.impersonate',
]

/** Whether people of another account may be given it. */
export function isDelegable(permission: Permission): boolean {
  return categoryOf(permission) === 'resource' && !NOT_DELEGABLE.includes(permission)
}

const resource = allPermissions.filter((name) => categoryOf(name) === 'resource')
const admin = allPermissions.filter((name) => categoryOf(name) === 'admin')

const webhooks = resource.filter((name) => name.startsWith('webhooks.'))
const apiKeys = resource.filter((name) => name.startsWith('api_keys.'))

interface DefaultRole {
  display_name: string
  description: string
  role_type: 'user' | 'admin' | 'system'
  permissions: Permission[]
}

/** The roles every account has from the start. They belong to no account and cannot be changed. */
export const defaultRoles = {
  member: {
    display_name: 'Member',
    description: 'Takes part in the work of the account',
    role_type: 'user',
    permissions: ['users.read', 'webhooks.read'],
  },
  developer: {
    display_name: 'Developer',
    description: 'Builds on the API and follows what happens',
    role_type: 'user',
    permissions: ['users.read', 'roles.read', 'audit_logs.read', ...apiKeys, ...webhooks],
  },
  manager: {
    display_name: 'Manager',
    description: 'Looks after people',
    role_type: 'user',
    permissions: [
      'users.read',
      'users.create',
      'users.update',
      'roles.read',
      'roles.assign',
      'invitations.read',
      'invitations.create',
      'invitations.delete',
      'accounts.read',
      'audit_logs.read',
      'audit_logs.export',
      ...apiKeys,
      ...webhooks,
    ] as Permission[],
  },
  billing_admin: {
    display_name: 'Billing administrator',
    description: 'Looks after what the account pays and may use',
    role_type: 'user',
    permissions: ['users.read', 'accounts.read', 'audit_logs.read'],
  },
  owner: {
    display_name: 'Owner',
    description: 'May do everything inside the account',
    role_type: 'user',
    permissions: resource,
  },
  admin: {
    display_name: 'Platform administrator',
    description: 'Runs this server and may act across accounts',
    role_type: 'admin',
    permissions: [...resource, ...admin],
  },
  worker: {
    display_name: 'Worker',
    description: 'Carries out jobs',
    role_type: 'system',
    permissions: [
      'system.jobs.process',
      'system.accounts.read',
      'system.webhooks.deliver',
      'system.users.read',
      'system.invitations.read',
      'system.audit_logs.create',
      'system.notifications.create',
      'system.system_logs.create',
      'system.services.check',
      'system.alerts.create',
    ],
  },
} as const satisfies Record<string, DefaultRole>

/** Names of the roles that an extension can give permissions to; owners, administrators and workers have all of theirs. */
export type GrantedRole = Exclude<keyof typeof defaultRoles, 'owner' | 'admin' | 'worker'>

/** Takes in the permissions of an extension and who has them from the start; throws where a name is taken. */
export function addPermissions(
  more: Record<string, string>,
  grants: Partial<Record<GrantedRole, Permission[]>>,
): void {
  refuseTaken('permission', more, permissions)
  Object.assign(permissions, more)
  const added = Object.keys(more) as Permission[]
  allPermissions.push(...added)
  const give = (role: keyof typeof defaultRoles, names: Permission[]) =>
    (defaultRoles[role].permissions as Permission[]).push(...names)
  for (const [role, names] of Object.entries(grants)) give(role as GrantedRole, names)
  for (const name of added) {
    const category = categoryOf(name)
    if (category === 'system') give('worker', [name])
    else give('admin', [name])
    if (category === 'resource') give('owner', [name])
  }
}

export function descriptionOf(permission: Permission): string {
  return (permissions as Record<Permission, string>)[permission]
}
