import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Email, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { ownersOf } from '../users/owners.ts'
import { Person } from '../users/person.ts'
import { Account, AccountBrief } from './account.ts'

/** An account as returned to workers. */
export const WorkerAccount = Shape('WorkerAccount', {
  ...AccountBrief.properties,
  billing_email: Nullable(Email('Address for invoices')),
  settings: Account.properties.settings,
  created_at: Time('When the account was created'),
})

/** The same with the owner as recipient of emails. */
export const AccountForMails = Shape('AccountForMails', {
  ...WorkerAccount.properties,
  owner: Nullable(Person),
})

export function listActiveAccounts(ctx: PlatformCtx, page: PageRequest) {
  return paginate(ctx, selectAccounts(ctx).where('status', '=', 'active'), page, 'accounts')
}

export async function readAnyAccount(ctx: PlatformCtx, id: string) {
  const account = await selectAccounts(ctx).where('id', '=', id).executeTakeFirst()
  if (!account) throw fail.notFound('account')
  return account
}

export async function readAccountForMails(ctx: PlatformCtx, id: string) {
  const account = await readAnyAccount(ctx, id)
  const [owner = null] = await ownersOf(ctx.inAccount(id))
  return { ...account, owner }
}

function selectAccounts({ db }: PlatformCtx) {
  return db
    .selectFrom('accounts')
    .select(['id', 'name', 'status', 'subdomain', 'billing_email', 'settings', 'created_at'])
}
