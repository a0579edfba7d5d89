import { resource } from '../../platform/http/resource.ts'
import { AccountBrief } from '../accounts/account.ts'
import { AdminAccount, AdminAccountFilters, listAdminAccounts } from './account.ts'
import { readSystemHealth, SystemHealth } from './health.ts'
import { readSystemMetrics, SystemMetrics } from './metrics.ts'
import { Overview, readOverview } from './overview.ts'
import {
  RotatedKey,
  RotationReason,
  readSecurityConfig,
  regenerateSigningKey,
  SecurityChanges,
  SecurityConfig,
  updateSecurityConfig,
} from './security.ts'
import { readSeries, Series, SeriesQuery } from './series.ts'
import {
  ChangeFilters,
  GeneralChanges,
  GeneralSettings,
  listSettingChanges,
  SettingChange,
  updateGeneralSettings,
} from './setting.ts'
import { AccountDecision, activateAccount, suspendAccount } from './suspension.ts'
import {
  KeptLines,
  keepWorkerLogs,
  LogLines,
  listSystemLogs,
  SystemLog,
  SystemLogFilters,
} from './system_log.ts'
import { AdminUser, AdminUserFilters, listAdminUsers } from './user.ts'

/** The installation as those see it who run it, across all accounts. */
export const adminSettings = resource('/admin_settings', (r) => {
  r.get(
    '/',
    {
      can: 'admin.settings.read',
      of: Overview,
      summary: 'Figures, the newest people and accounts, and the settings',
    },
    ({ ctx }) => readOverview(ctx),
  )
  r.update(
    '/',
    {
      can: 'admin.settings.update',
      notImpersonating: true,
      body: GeneralChanges,
      of: GeneralSettings,
      summary: 'Change settings; every process follows within a second',
      says: 'Settings updated',
    },
    ({ ctx, body }) => updateGeneralSettings(ctx, body),
  )
  r.list(
    '/changes',
    {
      can: 'admin.settings.read',
      of: SettingChange,
      query: ChangeFilters,
      sorts: ['-created_at'],
      summary: 'Who changed which setting, from what to what',
    },
    ({ ctx, page, query }) => listSettingChanges(ctx, page, query),
  )
  r.get(
    '/metrics',
    { can: 'admin.settings.read', of: SystemMetrics, summary: 'The installation in figures' },
    ({ ctx }) => readSystemMetrics(ctx),
  )
  r.get(
    '/metrics/series',
    {
      can: 'admin.settings.read',
      of: Series,
      query: SeriesQuery,
      summary: 'Requests, their speed and jobs over time, and beside the time before',
    },
    ({ ctx, query }) => readSeries(ctx, query),
  )
  r.get(
    '/health',
    {
      can: 'admin.settings.read',
      of: SystemHealth,
      summary: 'How the parts of this installation are; always 200',
    },
    ({ ctx }) => readSystemHealth(ctx),
  )
  r.get(
    '/security',
    { can: 'admin.security.read', of: SecurityConfig, summary: 'How this server guards sign-in' },
    ({ ctx }) => readSecurityConfig(ctx),
  )
  r.update(
    '/security',
    {
      can: 'admin.security.update',
      notImpersonating: true,
      body: SecurityChanges,
      of: SecurityConfig,
      summary:
        'Change how this server guards sign-in; lifetimes hold for what is issued from then on',
      says: 'Security settings updated',
    },
    ({ ctx, body }) => updateSecurityConfig(ctx, body),
  )
  r.post(
    '/security/regenerate_jwt_secret',
    {
      can: 'admin.signing_keys.rotate',
      notImpersonating: true,
      throttle: 'key_rotation',
      body: RotationReason,
      of: RotatedKey,
      status: 200,
      summary: 'Sign tokens with a new key; the one before is good for another day',
      says: 'Tokens are signed with a new key',
    },
    ({ ctx, body }) => regenerateSigningKey(ctx, body),
  )
  r.list(
    '/system_logs',
    {
      can: 'admin.system_logs.read',
      of: SystemLog,
      query: SystemLogFilters,
      sorts: ['-created_at'],
      summary: 'What the processes of this installation logged in the last seven days',
    },
    ({ ctx, page, query }) => listSystemLogs(ctx, page, query),
  )
  r.list(
    '/users',
    {
      can: 'admin.users.read',
      of: AdminUser,
      query: AdminUserFilters,
      sorts: ['-created_at', 'name', 'email'],
      summary: 'The people of every account',
    },
    ({ ctx, page, query }) => listAdminUsers(ctx, page, query),
  )
  r.list(
    '/accounts',
    {
      can: 'admin.accounts.read',
      of: AdminAccount,
      query: AdminAccountFilters,
      sorts: ['-created_at', 'name'],
      summary: 'Every account',
    },
    ({ ctx, page, query }) => listAdminAccounts(ctx, page, query),
  )
  r.post(
    '/suspend_account',
    {
      can: 'admin.accounts.suspend',
      notImpersonating: true,
      body: AccountDecision,
      of: AccountBrief,
      status: 200,
      summary: 'Close an account at once, for everybody in it',
      says: 'Account suspended',
      fails: ['not_found', 'conflict', 'invalid_transition'],
    },
    ({ ctx, body }) => suspendAccount(ctx, body),
  )
  r.post(
    '/activate_account',
    {
      can: 'admin.accounts.suspend',
      notImpersonating: true,
      body: AccountDecision,
      of: AccountBrief,
      status: 200,
      summary: 'Open a suspended account again',
      says: 'Account activated',
      fails: ['not_found', 'invalid_transition'],
    },
    ({ ctx, body }) => activateAccount(ctx, body),
  )
})

/** Where workers, which have no database, leave what they log. */
export const logLines = resource('/internal/system_logs', (r) => {
  r.post(
    '/',
    {
      can: 'system.system_logs.create',
      body: LogLines,
      of: KeptLines,
      status: 200,
      summary: 'Hand over log lines',
      says: 'Kept',
    },
    ({ ctx, body }) => keepWorkerLogs(ctx, body.lines),
  )
})
