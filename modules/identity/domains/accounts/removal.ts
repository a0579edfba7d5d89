import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'

const BATCH = 500

/**
 * Whether the account has at most one user, no delegations, and nothing for which a domain keeps it, such as a paid
 * subscription. Locks the account until commit, so that no user joins.
 */
export async function isUnusedAccount(tx: Tx): Promise<boolean> {
  const { id } = tx.account
  await tx.db.selectFrom('accounts').select('id').where('id', '=', id).forUpdate().execute()
  const { count } = await tx
    .own('users')
    .select()
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  if (count > 1) return false
  const delegation = await tx.own('delegations').select().select('id').limit(1).executeTakeFirst()
  if (delegation) return false
  for (const { keeps } of tx.platform.composition.domains) {
    if (await keeps?.(tx)) return false
  }
  return true
}

/** Deletes the account with all its data except the audit log. */
export async function removeAccount(tx: Tx, reason: string): Promise<void> {
  const users = await tx.own('users').select().select(['id', 'name', 'email']).execute()
  for (const { id, name, email } of users) {
    await tx.audit('user.deleted', id, { old: { name, email }, metadata: { reason } })
  }
  const removedAccount = await tx.db
    .deleteFrom('accounts')
    .where('id', '=', tx.account.id)
    .returning(['name', 'subdomain'])
    .executeTakeFirst()
  await tx.audit('account.deleted', tx.account.id, {
    old: removedAccount ?? {},
    metadata: { reason },
  })
  await tx.forget({ account: tx.account.id })
}

/**
 * Deletes otherwise unused accounts whose only user has not confirmed an address within the configured days; at most 500
 * per run. Returns their number.
 */
export async function removeUnconfirmed(ctx: PlatformCtx): Promise<number> {
  const days = ctx.platform.settings.values.unconfirmed_account_days
  if (days === 0) return 0
  const since = new Date(ctx.now().getTime() - days * DAY_MS)
  const due = await ctx
    .acrossAccounts({ because: 'the daily sweep covers every account' })
    .selectFrom('users')
    .select(['id', 'account_id'])
    .where('unconfirmed_since', '<', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('users as others')
            .select('others.id')
            .whereRef('others.account_id', '=', 'users.account_id')
            .whereRef('others.id', '!=', 'users.id'),
        ),
      ),
    )
    .orderBy('unconfirmed_since')
    .limit(BATCH)
    .execute()
  let removed = 0
  for (const { id, account_id } of due) {
    await ctx.inAccount(account_id, { kind: 'system' }).transaction(async (tx) => {
      const unused = await isUnusedAccount(tx)
      const unconfirmed = await tx
        .own('users')
        .select()
        .select('id')
        .where('id', '=', id)
        .where('unconfirmed_since', '<', since)
        .forUpdate()
        .executeTakeFirst()
      if (!unused || !unconfirmed) return
      await removeAccount(tx, 'address never confirmed')
      removed++
    })
  }
  return removed
}
