import { resource } from '../../platform/http/resource.ts'
import { AccountBrief } from '../accounts/account.ts'
import { AdminAccount, AdminAccountFilters, listAdminAccounts } from './account.ts'
import { readSystemMetrics, SystemMetrics } from './metrics.ts'
import { Overview, readOverview } from './overview.ts'
import {
  ChangeFilters,
  GeneralChanges,
  GeneralSettings,
  listSettingChanges,
  SettingChange,
  updateGeneralSettings,
} from './setting.ts'
import { AccountDecision, activateAccount, suspendAccount } from './suspension.ts'
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
