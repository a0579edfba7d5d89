import { createRoute, createRouter, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { adminRoutes } from './adminRoutes'
import { businessRoutes } from './businessRoutes'
import { Broken, NotFound } from './Fallback'
import { inside, needs, root } from './frame'
import { visitorRoutes } from './visitorRoutes'

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazy(() => import('./home/HomePage'), 'HomePage'),
})
const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  component: needs('users.read'),
})
const userList = createRoute({
  getParentRoute: () => users,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/identity/domains/users/web/UsersPage'),
    'UsersPage',
  ),
})
const user = createRoute({
  getParentRoute: () => users,
  path: '$id',
  component: lazy(
    () => import('@powernode/modules/identity/domains/users/web/UserPage'),
    'UserPage',
  ),
})
const invitations = createRoute({
  getParentRoute: () => inside,
  path: '/invitations',
  component: needs('invitations.read'),
})
const invitationList = createRoute({
  getParentRoute: () => invitations,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/identity/domains/invitations/web/InvitationsPage'),
    'InvitationsPage',
  ),
})
const roles = createRoute({
  getParentRoute: () => inside,
  path: '/roles',
  component: needs('roles.read'),
})
const roleList = createRoute({
  getParentRoute: () => roles,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/identity/domains/roles/web/RolesPage'),
    'RolesPage',
  ),
})
const role = createRoute({
  getParentRoute: () => roles,
  path: '$id',
  component: lazy(
    () => import('@powernode/modules/identity/domains/roles/web/RolePage'),
    'RolePage',
  ),
})
const apiKeys = createRoute({
  getParentRoute: () => inside,
  path: '/api_keys',
  component: needs('api_keys.read'),
})
const apiKeyList = createRoute({
  getParentRoute: () => apiKeys,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/integrations/domains/api_keys/web/ApiKeysPage'),
    'ApiKeysPage',
  ),
})
const newApiKey = createRoute({
  getParentRoute: () => apiKeys,
  path: 'new',
  component: lazy(
    () => import('@powernode/modules/integrations/domains/api_keys/web/NewApiKeyPage'),
    'NewApiKeyPage',
  ),
})
const apiKey = createRoute({
  getParentRoute: () => apiKeys,
  path: '$id',
  component: lazy(
    () => import('@powernode/modules/integrations/domains/api_keys/web/ApiKeyPage'),
    'ApiKeyPage',
  ),
})
const delegations = createRoute({
  getParentRoute: () => inside,
  path: '/delegations',
  component: needs('delegations.read'),
})
const delegationList = createRoute({
  getParentRoute: () => delegations,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/identity/domains/delegations/web/DelegationsPage'),
    'DelegationsPage',
  ),
})
const impersonations = createRoute({
  getParentRoute: () => inside,
  path: '/impersonations',
  component: needs('impersonations.read'),
})
const impersonationList = createRoute({
  getParentRoute: () => impersonations,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/identity/domains/impersonations/web/ImpersonationsPage'),
    'ImpersonationsPage',
  ),
})
const auditLogs = createRoute({
  getParentRoute: () => inside,
  path: '/audit_logs',
  component: needs('audit_logs.read'),
})
const auditLogList = createRoute({
  getParentRoute: () => auditLogs,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/audit/domains/audit_logs/web/AuditLogsPage'),
    'AuditLogsPage',
  ),
})
const auditLogSecurity = createRoute({
  getParentRoute: () => auditLogs,
  path: 'security',
  component: lazy(
    () => import('@powernode/modules/audit/domains/audit_logs/web/SecurityPage'),
    'SecurityPage',
  ),
})
const auditExports = createRoute({
  getParentRoute: () => auditLogs,
  path: 'exports',
  component: needs('audit_logs.export'),
})
const auditExportList = createRoute({
  getParentRoute: () => auditExports,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/audit/domains/audit_logs/web/ExportsPage'),
    'ExportsPage',
  ),
})
const auditLog = createRoute({
  getParentRoute: () => auditLogs,
  path: '$id',
  component: lazy(
    () => import('@powernode/modules/audit/domains/audit_logs/web/AuditLogPage'),
    'AuditLogPage',
  ),
})
const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  component: needs('webhooks.read'),
})
const webhookList = createRoute({
  getParentRoute: () => webhooks,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/integrations/domains/webhooks/web/WebhooksPage'),
    'WebhooksPage',
  ),
})
const webhookDeliveries = createRoute({
  getParentRoute: () => webhooks,
  path: 'deliveries',
  component: lazy(
    () => import('@powernode/modules/integrations/domains/webhooks/web/DeliveriesPage'),
    'DeliveriesPage',
  ),
})
const webhook = createRoute({
  getParentRoute: () => webhooks,
  path: '$id',
  component: lazy(
    () => import('@powernode/modules/integrations/domains/webhooks/web/WebhookPage'),
    'WebhookPage',
  ),
})
const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: lazy(
    () => import('@powernode/modules/messaging/domains/notifications/web/NotificationsPage'),
    'NotificationsPage',
  ),
})
const notificationPreferences = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/preferences',
  component: lazy(
    () => import('@powernode/modules/messaging/domains/notifications/web/PreferencesPage'),
    'PreferencesPage',
  ),
})
const accountSettings = createRoute({
  getParentRoute: () => inside,
  path: '/settings/account',
  component: lazy(() => import('./AccountPage'), 'AccountPage'),
})
const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  component: lazy(
    () => import('@powernode/modules/identity/domains/users/web/ProfilePage'),
    'ProfilePage',
  ),
})
const security = createRoute({
  getParentRoute: () => inside,
  path: '/security',
  component: lazy(() => import('./SecurityPage'), 'SecurityPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    ...visitorRoutes,
    inside.addChildren([
      home,
      users.addChildren([userList, user]),
      invitations.addChildren([invitationList]),
      roles.addChildren([roleList, role]),
      apiKeys.addChildren([apiKeyList, newApiKey, apiKey]),
      delegations.addChildren([delegationList]),
      impersonations.addChildren([impersonationList]),
      auditLogs.addChildren([
        auditLogList,
        auditLogSecurity,
        auditExports.addChildren([auditExportList]),
        auditLog,
      ]),
      webhooks.addChildren([webhookList, webhookDeliveries, webhook]),
      notifications,
      notificationPreferences,
      ...businessRoutes,
      ...adminRoutes,
      accountSettings,
      profile,
      security,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
  defaultPendingMs: 150,
  scrollRestoration: true,
  // Plain `?status=active&page=2`: every value is text, and pages read what they know.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined)
    const text = new URLSearchParams(given as [string, string][]).toString()
    return text && `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
