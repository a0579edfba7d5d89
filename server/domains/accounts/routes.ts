import { resource } from '../../platform/http/resource.ts'
import { Account, AccountChanges, readAccount, updateAccount } from './account.ts'

export default resource('/accounts', (r) => {
  r.get(
    '/current',
    { can: 'signed_in', of: Account, summary: 'The account you are in' },
    ({ ctx }) => readAccount(ctx),
  )
  r.update(
    '/current',
    {
      can: 'accounts.update',
      body: AccountChanges,
      of: Account,
      summary: 'Change the account',
      says: 'Account updated',
    },
    ({ ctx, body }) => updateAccount(ctx, body),
  )
})
