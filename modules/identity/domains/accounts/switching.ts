import { type Ctx, type PlatformCtx, requireUser } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Flag, Id, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { isDelegationUsable } from '../roles/effective_permissions.ts'
import { replaceSession } from '../sessions/ending.ts'
import { openSession, signedIn } from '../sessions/session.ts'
import { AccountBrief } from './account.ts'

export const AccessibleAccount = Shape('AccessibleAccount', {
  ...AccountBrief.properties,
  home: Flag('Whether this is the user’s own account'),
  current: Flag('Whether this session works in the account'),
  delegation_id: Nullable(Id('The delegation that gives access; null for the home account')),
})

export const AccountChoice = Shape('AccountChoice', { account_id: Id('Account to switch to') })

/** The accounts a user can work in: their own, and those with an active delegation to them. */
export async function listAccessible(ctx: Ctx, page: PageRequest) {
  return pageOfRows(await accessible(ctx), page)
}

/**
 * Opens a session in another account and ends the current one. The time of the last proof of identity is kept. To switch
 * back, switch to the home account.
 */
export async function switchAccount(ctx: Ctx, { account_id }: Static<typeof AccountChoice>) {
  const actor = requireUser(ctx)
  if (account_id === ctx.account.id) {
    throw fail.with('invalid_transition', 'You are already working in that account')
  }
  const target = (await accessible(ctx)).find((account) => account.id === account_id)
  if (!target) throw fail.notFound('account')
  if (target.status !== 'active') throw fail.with('account_inactive')
  const issued = await ctx.inAccount(account_id).transaction(async (tx) => {
    const previous = tx.inAccount(ctx.account.id)
    const ended = await replaceSession(previous, actor.sessionId, 'switched account')
    if (!ended) throw fail.with('token_revoked')
    const opened = await openSession(tx, actor.userId, {
      delegationId: target.delegation_id,
      provedAt: ended.proved_at,
    })
    await tx.audit('account.switched', account_id, {
      metadata: { from: ctx.account.id, delegation_id: target.delegation_id },
    })
    await tx.forget({ session: actor.sessionId })
    return opened
  })
  return signedIn(ctx, issued)
}

async function accessible(ctx: Ctx): Promise<Static<typeof AccessibleAccount>[]> {
  const { userId, homeAccountId } = requireUser(ctx)
  const [home, delegated] = await Promise.all([
    ctx.db
      .selectFrom('accounts')
      .select(['id', 'name', 'status', 'subdomain'])
      .where('id', '=', homeAccountId)
      .executeTakeFirstOrThrow(),
    delegatedTo(ctx, userId),
  ])
  return [{ ...home, delegation_id: null }, ...delegated].map((account) => ({
    ...account,
    home: account.id === homeAccountId,
    current: account.id === ctx.account.id,
  }))
}

function delegatedTo(ctx: PlatformCtx, userId: string) {
  return ctx
    .acrossAccounts({ because: 'delegations belong to the accounts that gave them' })
    .selectFrom('delegations as d')
    .innerJoin('users as u', 'u.id', 'd.user_id')
    .innerJoin('accounts', 'accounts.id', 'd.account_id')
    .select(['accounts.id', 'accounts.name', 'accounts.status', 'accounts.subdomain'])
    .select('d.id as delegation_id')
    .where('d.user_id', '=', userId)
    .where(isDelegationUsable(ctx.now()))
    .orderBy('accounts.name')
    .execute()
}
