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

/** Used by workers that send email about an account. */
export const internalAccounts = resource(
  '/internal/accounts',
  'Accounts, for sending email',
  (r) => {
    r.get(
      '/:id',
      {
        can: 'system.accounts.read',
        of: AccountForMails,
        summary: 'Get an account for sending email',
      },
      ({ ctx, id }) => readAccountForMails(ctx, id),
    )
  },
)

export default resource(
  '/accounts',
  'The caller’s account, and other accounts they can work in',
  (r) => {
    r.get(
      '/current',
      { can: 'signed_in', of: Account, summary: 'Get the current account' },
      ({ ctx }) => readAccount(ctx),
    )
    r.update(
      '/current',
      {
        can: 'accounts.update',
        notImpersonating: true,
        body: AccountChanges,
        of: Account,
        summary: 'Update the account',
        says: 'Account updated',
      },
      ({ ctx, body }) => updateAccount(ctx, body),
    )
    r.get(
      '/usage',
      {
        can: 'accounts.read',
        otherAccount: 'admin.accounts.read',
        of: AccountUsage,
        summary: 'Get how much of its limits the account uses',
      },
      ({ ctx }) => readUsage(ctx),
    )
    r.list(
      '/accessible',
      {
        can: 'signed_in',
        of: AccessibleAccount,
        sorts: ['name'],
        summary: 'List accounts you can work in',
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
        summary: 'Switch to another account, or back to your own',
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
        summary: 'List active accounts',
      },
      ({ ctx, page }) => listActiveAccounts(ctx, page),
    )
    r.get(
      '/:id',
      { can: 'system.accounts.read', of: WorkerAccount, summary: 'Get an account' },
      ({ ctx, id }) => readAnyAccount(ctx, id),
    )
  },
)
