import { AccountBrief } from '@powernode/modules/identity/domains/accounts/account.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  AdminAccount,
  AdminAccountFilters,
  listAdminAccounts,
  readAdminAccount,
} from './account.ts'
import { AccountDecision, activateAccount, suspendAccount } from './suspension.ts'

export const anyAccount = resource('/admin_settings/accounts', 'Any account of the server', (r) => {
  r.get(
    '/:id',
    { can: 'admin.accounts.read', of: AdminAccount, summary: 'Get any account' },
    ({ ctx, id }) => readAdminAccount(ctx, id),
  )
})

/** All accounts and their suspension. */
export default resource('/admin_settings', (r) => {
  r.list(
    '/accounts',
    {
      can: 'admin.accounts.read',
      of: AdminAccount,
      query: AdminAccountFilters,
      sorts: ['-created_at', 'name'],
      summary: 'List all accounts',
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
      summary: 'Suspend an account and end all access of its users at once',
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
      summary: 'Activate a suspended account',
      says: 'Account activated',
      fails: ['not_found', 'invalid_transition'],
    },
    ({ ctx, body }) => activateAccount(ctx, body),
  )
})
