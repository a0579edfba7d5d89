import {
  readSystemMetrics,
  SystemMetrics,
} from '@powernode/modules/monitoring/domains/metric_samples/metrics.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { AdminAccount, selectAdminAccounts } from '../accounts/account.ts'
import { AdminUser, selectAdminUsers } from '../users/user.ts'
import { GeneralSettings, readGeneralSettings } from './setting.ts'

const RECENT = 10

export const SettingsOverview = Shape('SettingsOverview', {
  metrics: SystemMetrics,
  recent_users: ListOf(AdminUser, { description: 'The newest users, at most ten' }),
  recent_accounts: ListOf(AdminAccount, { description: 'The newest accounts, at most ten' }),
  settings: GeneralSettings,
})

export async function readOverview(ctx: Ctx): Promise<Static<typeof SettingsOverview>> {
  const permission = 'admin.settings.read'
  const [metrics, recent_users, recent_accounts] = await Promise.all([
    readSystemMetrics(ctx),
    selectAdminUsers(ctx, permission).orderBy('users.created_at', 'desc').limit(RECENT).execute(),
    selectAdminAccounts(ctx, permission).orderBy('created_at', 'desc').limit(RECENT).execute(),
  ])
  return { metrics, recent_users, recent_accounts, settings: readGeneralSettings(ctx) }
}
