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
const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: lazy(() => import('../features/notifications/NotificationsPage'), 'NotificationsPage'),
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
const adminOverview = createRoute({
  getParentRoute: () => inside,
  path: '/admin',
  component: needs('admin.settings.read'),
})
const adminOverviewPage = createRoute({
  getParentRoute: () => adminOverview,
  path: '/',
  component: lazy(() => import('../features/admin_settings/OverviewPage'), 'OverviewPage'),
})
const adminAccounts = createRoute({
  getParentRoute: () => inside,
  path: '/admin/accounts',
  component: needs('admin.accounts.read'),
})
const adminAccountsPage = createRoute({
  getParentRoute: () => adminAccounts,
  path: '/',
  component: lazy(() => import('../features/admin_settings/AccountsPage'), 'AccountsPage'),
})
const adminUsers = createRoute({
  getParentRoute: () => inside,
  path: '/admin/users',
  component: needs('admin.users.read'),
})
const adminUsersPage = createRoute({
  getParentRoute: () => adminUsers,
  path: '/',
  component: lazy(() => import('../features/admin_settings/UsersPage'), 'UsersPage'),
})
const adminLogs = createRoute({
  getParentRoute: () => inside,
  path: '/admin/logs',
  component: needs('admin.system_logs.read'),
})
const adminLogsPage = createRoute({
  getParentRoute: () => adminLogs,
  path: '/',
  component: lazy(() => import('../features/admin_settings/LogsPage'), 'LogsPage'),
})
const adminSettings = createRoute({
  getParentRoute: () => inside,
  path: '/admin/settings',
  component: needs('admin.settings.read'),
})
const adminSettingsPage = createRoute({
  getParentRoute: () => adminSettings,
  path: '/',
  component: lazy(() => import('../features/admin_settings/SettingsPage'), 'SettingsPage'),
})
const adminSecurity = createRoute({
  getParentRoute: () => inside,
  path: '/admin/security',
  component: needs('admin.security.read'),
})
const adminSecurityPage = createRoute({
  getParentRoute: () => adminSecurity,
  path: '/',
  component: lazy(() => import('../features/admin_settings/SecurityPage'), 'SecurityPage'),
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
      delegations.addChildren([delegationList]),
      impersonations.addChildren([impersonationList]),
      auditLogs.addChildren([auditLogList]),
      notifications,
      mails.addChildren([mailbox]),
      adminOverview.addChildren([adminOverviewPage]),
      adminAccounts.addChildren([adminAccountsPage]),
      adminUsers.addChildren([adminUsersPage]),
      adminLogs.addChildren([adminLogsPage]),
      adminSettings.addChildren([adminSettingsPage]),
      adminSecurity.addChildren([adminSecurityPage]),
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
