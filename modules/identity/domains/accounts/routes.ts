import { resource } from '@powernode/server/platform/http/resource.ts'
import { setCookie } from '../sessions/cookie.ts'
import { SignedIn } from '../sessions/session.ts'
import { Account, AccountChanges, readAccount, updateAccount } from './account.ts'
import {
  AccountForMails,
  listActiveAccounts,
  readAccountForMails,
  readAnyAccount,
  WorkerAccount,
} from './internal.ts'
import { AccessibleAccount, AccountChoice, listAccessible, switchAccount } from './switching.ts'
import { AccountUsage, readUsage } from './usage.ts'

/** What mails about an account need. */
export const internalAccounts = resource('/internal/accounts', 'Any account, for mails', (r) => {
  r.get(
    '/:id',
    { can: 'system.accounts.read', of: AccountForMails, summary: 'Any account, for mails' },
    ({ ctx, id }) => readAccountForMails(ctx, id),
  )
})

export default resource(
  '/accounts',
  'The account of the caller, and others they can work in',
  (r) => {
    r.get(
      '/current',
      { can: 'signed_in', of: Account, summary: 'The account you are in' },
      ({ ctx }) => readAccount(ctx),
    )
    r.update(
      '/current',
      {
        can: 'accounts.update',
        notImpersonating: true,
        body: AccountChanges,
        of: Account,
        summary: 'Change the account',
        says: 'Account updated',
      },
      ({ ctx, body }) => updateAccount(ctx, body),
    )
    r.get(
      '/usage',
      {
        can: 'accounts.read',
        of: AccountUsage,
        summary: 'How much of its limits the account uses',
      },
      ({ ctx }) => readUsage(ctx),
    )
    r.list(
      '/accessible',
      {
        can: 'signed_in',
        of: AccessibleAccount,
        sorts: ['name'],
        summary: 'Accounts you can work in',
      },
      ({ ctx, page }) => listAccessible(ctx, page),
    )
    r.post(
      '/switch',
      {
        can: 'signed_in',
        notImpersonating: true,
        body: AccountChoice,
        of: SignedIn,
        status: 200,
        summary: 'Work in another account, or come back to your own',
        fails: ['not_found', 'account_inactive', 'invalid_transition'],
      },
      async ({ ctx, body, reply }) => setCookie(ctx, reply, await switchAccount(ctx, body)),
    )
    r.list(
      '/',
      {
        can: 'system.accounts.read',
        of: WorkerAccount,
        sorts: ['created_at'],
        summary: 'Accounts that are in use',
      },
      ({ ctx, page }) => listActiveAccounts(ctx, page),
    )
    r.get(
      '/:id',
      { can: 'system.accounts.read', of: WorkerAccount, summary: 'Any account' },
      ({ ctx, id }) => readAnyAccount(ctx, id),
    )
  },
)
