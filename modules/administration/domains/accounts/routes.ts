import { AccountBrief } from '@powernode/modules/identity/domains/accounts/account.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { AdminAccount, AdminAccountFilters, listAdminAccounts } from './account.ts'
import { AccountDecision, activateAccount, suspendAccount } from './suspension.ts'

/** Every account, and whether it is open. */
export default resource('/admin_settings', (r) => {
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
