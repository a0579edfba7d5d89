import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { inside, needs } from './frame'

const workers = createRoute({
  getParentRoute: () => inside,
  path: '/admin/workers',
  component: needs('admin.workers.read'),
})
const workerList = createRoute({
  getParentRoute: () => workers,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/background/domains/workers/web/WorkersPage'),
    'WorkersPage',
  ),
})
const worker = createRoute({
  getParentRoute: () => workers,
  path: '$id',
  component: lazy(
    () => import('@powernode/modules/background/domains/workers/web/WorkerPage'),
    'WorkerPage',
  ),
})
const jobs = createRoute({
  getParentRoute: () => inside,
  path: '/admin/jobs',
  component: needs('admin.jobs.read'),
})
const jobOverview = createRoute({
  getParentRoute: () => jobs,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/background/domains/jobs/web/OverviewPage'),
    'OverviewPage',
  ),
})
const jobList = createRoute({
  getParentRoute: () => jobs,
  path: 'all',
  component: lazy(
    () => import('@powernode/modules/background/domains/jobs/web/JobsPage'),
    'JobsPage',
  ),
})
const deadLetters = createRoute({
  getParentRoute: () => jobs,
  path: 'dead_letters',
  component: lazy(
    () => import('@powernode/modules/background/domains/jobs/web/DeadLettersPage'),
    'DeadLettersPage',
  ),
})
const schedules = createRoute({
  getParentRoute: () => jobs,
  path: 'schedules',
  component: lazy(
    () => import('@powernode/modules/background/domains/jobs/web/SchedulesPage'),
    'SchedulesPage',
  ),
})
const limits = createRoute({
  getParentRoute: () => inside,
  path: '/admin/rate_limiting',
  component: needs('admin.rate_limiting.read'),
})
const limitOverview = createRoute({
  getParentRoute: () => limits,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/administration/domains/rate_limiting/web/OverviewPage'),
    'OverviewPage',
  ),
})
const violations = createRoute({
  getParentRoute: () => limits,
  path: 'violations',
  component: lazy(
    () => import('@powernode/modules/administration/domains/rate_limiting/web/ViolationsPage'),
    'ViolationsPage',
  ),
})
const accountTiers = createRoute({
  getParentRoute: () => limits,
  path: 'accounts',
  component: lazy(
    () => import('@powernode/modules/administration/domains/rate_limiting/web/AccountsPage'),
    'AccountsPage',
  ),
})
const limitNumbers = createRoute({
  getParentRoute: () => limits,
  path: 'settings',
  component: lazy(
    () => import('@powernode/modules/administration/domains/rate_limiting/web/NumbersPage'),
    'NumbersPage',
  ),
})
const services = createRoute({
  getParentRoute: () => inside,
  path: '/admin/services',
  component: needs('admin.services.read'),
})
const serviceList = createRoute({
  getParentRoute: () => services,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/monitoring/domains/services/web/ServicesPage'),
    'ServicesPage',
  ),
})
const service = createRoute({
  getParentRoute: () => services,
  path: '$id',
  component: lazy(
    () => import('@powernode/modules/monitoring/domains/services/web/ServicePage'),
    'ServicePage',
  ),
})
const alerts = createRoute({
  getParentRoute: () => inside,
  path: '/admin/alerts',
  component: needs('admin.alerts.read'),
})
const alertList = createRoute({
  getParentRoute: () => alerts,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/monitoring/domains/alerts/web/AlertsPage'),
    'AlertsPage',
  ),
})
const alertRules = createRoute({
  getParentRoute: () => alerts,
  path: 'rules',
  component: needs('admin.alert_rules.read'),
})
const alertRuleList = createRoute({
  getParentRoute: () => alertRules,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/monitoring/domains/alerts/web/RulesPage'),
    'RulesPage',
  ),
})
const mails = createRoute({
  getParentRoute: () => inside,
  path: '/admin/mails',
  component: needs('admin.mails.read'),
})
const mailbox = createRoute({
  getParentRoute: () => mails,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/messaging/domains/mails/web/MailboxPage'),
    'MailboxPage',
  ),
})
const adminOverview = createRoute({
  getParentRoute: () => inside,
  path: '/admin',
  component: needs('admin.settings.read'),
})
const adminOverviewPage = createRoute({
  getParentRoute: () => adminOverview,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/administration/domains/settings/web/OverviewPage'),
    'OverviewPage',
  ),
})
const adminAccounts = createRoute({
  getParentRoute: () => inside,
  path: '/admin/accounts',
  component: needs('admin.accounts.read'),
})
const adminAccountsPage = createRoute({
  getParentRoute: () => adminAccounts,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/administration/domains/accounts/web/AccountsPage'),
    'AccountsPage',
  ),
})
const adminUsers = createRoute({
  getParentRoute: () => inside,
  path: '/admin/users',
  component: needs('admin.users.read'),
})
const adminUsersPage = createRoute({
  getParentRoute: () => adminUsers,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/administration/domains/users/web/UsersPage'),
    'UsersPage',
  ),
})
const adminLogs = createRoute({
  getParentRoute: () => inside,
  path: '/admin/logs',
  component: needs('admin.system_logs.read'),
})
const adminLogsPage = createRoute({
  getParentRoute: () => adminLogs,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/monitoring/domains/system_logs/web/LogsPage'),
    'LogsPage',
  ),
})
const backups = createRoute({
  getParentRoute: () => inside,
  path: '/admin/backups',
  component: needs('admin.backups.read'),
})
const backupsPage = createRoute({
  getParentRoute: () => backups,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/administration/domains/backups/web/BackupsPage'),
    'BackupsPage',
  ),
})
const adminSettings = createRoute({
  getParentRoute: () => inside,
  path: '/admin/settings',
  component: needs('admin.settings.read'),
})
const adminSettingsPage = createRoute({
  getParentRoute: () => adminSettings,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/administration/domains/settings/web/SettingsPage'),
    'SettingsPage',
  ),
})
const adminSecurity = createRoute({
  getParentRoute: () => inside,
  path: '/admin/security',
  component: needs('admin.security.read'),
})
const adminSecurityPage = createRoute({
  getParentRoute: () => adminSecurity,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/administration/domains/settings/web/SecurityPage'),
    'SecurityPage',
  ),
})

/** Pages for those who run this server. */
export const adminRoutes = [
  workers.addChildren([workerList, worker]),
  jobs.addChildren([jobOverview, jobList, deadLetters, schedules]),
  limits.addChildren([limitOverview, violations, accountTiers, limitNumbers]),
  services.addChildren([serviceList, service]),
  alerts.addChildren([alertList, alertRules.addChildren([alertRuleList])]),
  mails.addChildren([mailbox]),
  adminOverview.addChildren([adminOverviewPage]),
  adminAccounts.addChildren([adminAccountsPage]),
  adminUsers.addChildren([adminUsersPage]),
  adminLogs.addChildren([adminLogsPage]),
  backups.addChildren([backupsPage]),
  adminSettings.addChildren([adminSettingsPage]),
  adminSecurity.addChildren([adminSecurityPage]),
] as const
