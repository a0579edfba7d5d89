import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'

const BATCH = 500

/**
 * Whether nobody but one person and nothing paid stands on the account: no colleague, no delegation to somebody else,
 * and nothing that a domain keeps it for. Until commit nobody joins it.
 */
export async function isUnusedAccount(tx: Tx): Promise<boolean> {
  const { id } = tx.account
  await tx.db.selectFrom('accounts').select('id').where('id', '=', id).forUpdate().execute()
  const { people } = await tx
    .own('users')
    .select()
    .select(sql<number>`count(*)`.as('people'))
    .executeTakeFirstOrThrow()
  if (people > 1) return false
  const delegation = await tx.own('delegations').select().select('id').limit(1).executeTakeFirst()
  if (delegation) return false
  for (const { keeps } of tx.platform.composition.domains) {
    if (await keeps?.(tx)) return false
  }
  return true
}

/** Deletes the account with all that is in it; its audit log stays. */
export async function removeAccount(tx: Tx, reason: string): Promise<void> {
  const people = await tx.own('users').select().select(['id', 'name', 'email']).execute()
  for (const { id, name, email } of people) {
    await tx.audit('user.deleted', id, { old: { name, email }, metadata: { reason } })
  }
  const gone = await tx.db
    .deleteFrom('accounts')
    .where('id', '=', tx.account.id)
    .returning(['name', 'subdomain'])
    .executeTakeFirst()
  await tx.audit('account.deleted', tx.account.id, { old: gone ?? {}, metadata: { reason } })
  await tx.forget({ account: tx.account.id })
}

/**
 * Deletes accounts whose one person has not confirmed their address within the days that are set, and on which nothing
 * else stands; at most 500 in one run. Returns how many.
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
      const alone = await isUnusedAccount(tx)
      const still = await tx
        .own('users')
        .select()
        .select('id')
        .where('id', '=', id)
        .where('unconfirmed_since', '<', since)
        .forUpdate()
        .executeTakeFirst()
      if (!alone || !still) return
      await removeAccount(tx, 'address never confirmed')
      removed++
    })
  }
  return removed
}
