import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { restoreSession } from '../session'
import { PermissionGate } from '../ui/PermissionGate'
import { Broken, NotFound } from './Fallback'
import { Waiting } from './Waiting'

const root = createRootRoute()

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazy(() => import('../features/sessions/SignInPage'), 'SignInPage'),
})
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazy(() => import('../features/sessions/RegisterPage'), 'RegisterPage'),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazy(() => import('../features/sessions/ForgotPasswordPage'), 'ForgotPasswordPage'),
})
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password/$token',
  component: lazy(() => import('../features/sessions/ResetPasswordPage'), 'ResetPasswordPage'),
})
const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazy(() => import('../features/sessions/VerifyEmailPage'), 'VerifyEmailPage'),
})

const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/accept-invitation/$token',
  component: lazy(
    () => import('../features/invitations/AcceptInvitationPage'),
    'AcceptInvitationPage',
  ),
})

/** Everything behind sign-in. Its guard runs before any page inside is loaded. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: lazy(() => import('./Inside'), 'Inside'),
  pendingComponent: Waiting,
  beforeLoad: async ({ location }) => {
    if (await restoreSession()) return
    throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
})

const needs = (permission: string) => () => (
  <PermissionGate needs={permission}>
    <Outlet />
  </PermissionGate>
)

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazy(() => import('../features/home/HomePage'), 'HomePage'),
})
const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  component: needs('users.read'),
})
const userList = createRoute({
  getParentRoute: () => users,
  path: '/',
  component: lazy(() => import('../features/users/UsersPage'), 'UsersPage'),
})
const user = createRoute({
  getParentRoute: () => users,
  path: '$id',
  component: lazy(() => import('../features/users/UserPage'), 'UserPage'),
})
const invitations = createRoute({
  getParentRoute: () => inside,
  path: '/invitations',
  component: needs('invitations.read'),
})
const invitationList = createRoute({
  getParentRoute: () => invitations,
  path: '/',
  component: lazy(() => import('../features/invitations/InvitationsPage'), 'InvitationsPage'),
})
const roles = createRoute({
  getParentRoute: () => inside,
  path: '/roles',
  component: needs('roles.read'),
})
const roleList = createRoute({
  getParentRoute: () => roles,
  path: '/',
  component: lazy(() => import('../features/roles/RolesPage'), 'RolesPage'),
})
const role = createRoute({
  getParentRoute: () => roles,
  path: '$id',
  component: lazy(() => import('../features/roles/RolePage'), 'RolePage'),
})
const apiKeys = createRoute({
  getParentRoute: () => inside,
  path: '/api_keys',
  component: needs('api_keys.read'),
})
const apiKeyList = createRoute({
  getParentRoute: () => apiKeys,
  path: '/',
  component: lazy(() => import('../features/api_keys/ApiKeysPage'), 'ApiKeysPage'),
})
const newApiKey = createRoute({
  getParentRoute: () => apiKeys,
  path: 'new',
  component: lazy(() => import('../features/api_keys/NewApiKeyPage'), 'NewApiKeyPage'),
})
const apiKey = createRoute({
  getParentRoute: () => apiKeys,
  path: '$id',
  component: lazy(() => import('../features/api_keys/ApiKeyPage'), 'ApiKeyPage'),
})
const delegations = createRoute({
  getParentRoute: () => inside,
  path: '/delegations',
  component: needs('delegations.read'),
})
const delegationList = createRoute({
  getParentRoute: () => delegations,
  path: '/',
  component: lazy(() => import('../features/delegations/DelegationsPage'), 'DelegationsPage'),
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
    () => import('../features/impersonations/ImpersonationsPage'),
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
  component: lazy(() => import('../features/audit_logs/AuditLogsPage'), 'AuditLogsPage'),
})
const auditLogSecurity = createRoute({
  getParentRoute: () => auditLogs,
  path: 'security',
  component: lazy(() => import('../features/audit_logs/SecurityPage'), 'SecurityPage'),
})
const auditExports = createRoute({
  getParentRoute: () => auditLogs,
  path: 'exports',
  component: needs('audit_logs.export'),
})
const auditExportList = createRoute({
  getParentRoute: () => auditExports,
  path: '/',
  component: lazy(() => import('../features/audit_logs/ExportsPage'), 'ExportsPage'),
})
const auditLog = createRoute({
  getParentRoute: () => auditLogs,
  path: '$id',
  component: lazy(() => import('../features/audit_logs/AuditLogPage'), 'AuditLogPage'),
})
const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  component: needs('webhooks.read'),
})
const webhookList = createRoute({
  getParentRoute: () => webhooks,
  path: '/',
  component: lazy(() => import('../features/webhooks/WebhooksPage'), 'WebhooksPage'),
})
const webhookDeliveries = createRoute({
  getParentRoute: () => webhooks,
  path: 'deliveries',
  component: lazy(() => import('../features/webhooks/DeliveriesPage'), 'DeliveriesPage'),
})
const webhook = createRoute({
  getParentRoute: () => webhooks,
  path: '$id',
  component: lazy(() => import('../features/webhooks/WebhookPage'), 'WebhookPage'),
})
const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: lazy(() => import('../features/notifications/NotificationsPage'), 'NotificationsPage'),
})
const workers = createRoute({
  getParentRoute: () => inside,
  path: '/admin/workers',
  component: needs('admin.workers.read'),
})
const workerList = createRoute({
  getParentRoute: () => workers,
  path: '/',
  component: lazy(() => import('../features/workers/WorkersPage'), 'WorkersPage'),
})
const worker = createRoute({
  getParentRoute: () => workers,
  path: '$id',
  component: lazy(() => import('../features/workers/WorkerPage'), 'WorkerPage'),
})
const jobs = createRoute({
  getParentRoute: () => inside,
  path: '/admin/jobs',
  component: needs('admin.jobs.read'),
})
const jobOverview = createRoute({
  getParentRoute: () => jobs,
  path: '/',
  component: lazy(() => import('../features/jobs/OverviewPage'), 'OverviewPage'),
})
const jobList = createRoute({
  getParentRoute: () => jobs,
  path: 'all',
  component: lazy(() => import('../features/jobs/JobsPage'), 'JobsPage'),
})
const deadLetters = createRoute({
  getParentRoute: () => jobs,
  path: 'dead_letters',
  component: lazy(() => import('../features/jobs/DeadLettersPage'), 'DeadLettersPage'),
})
const schedules = createRoute({
  getParentRoute: () => jobs,
  path: 'schedules',
  component: lazy(() => import('../features/jobs/SchedulesPage'), 'SchedulesPage'),
})
const mails = createRoute({
  getParentRoute: () => inside,
  path: '/admin/mails',
  component: needs('admin.mails.read'),
})
const mailbox = createRoute({
  getParentRoute: () => mails,
  path: '/',
  component: lazy(() => import('../features/mails/MailboxPage'), 'MailboxPage'),
})
const accountSettings = createRoute({
  getParentRoute: () => inside,
  path: '/settings/account',
  component: lazy(() => import('../features/accounts/AccountSettingsPage'), 'AccountSettingsPage'),
})
const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  component: lazy(() => import('../features/users/ProfilePage'), 'ProfilePage'),
})
const security = createRoute({
  getParentRoute: () => inside,
  path: '/security',
  component: lazy(() => import('./SecurityPage'), 'SecurityPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    register,
    forgotPassword,
    resetPassword,
    verifyEmail,
    acceptInvitation,
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
      workers.addChildren([workerList, worker]),
      jobs.addChildren([jobOverview, jobList, deadLetters, schedules]),
      mails.addChildren([mailbox]),
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
