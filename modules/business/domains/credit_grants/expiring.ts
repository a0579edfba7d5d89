import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Selectable } from 'kysely'
import { post } from '../ledger/entry.ts'
import { sweptAccounts } from '../test_clocks/billing_time.ts'
import { changeRemaining } from './credit.ts'
import { notifyOfExpiry } from './notifying.ts'

/** So many days before it expires, the account is reminded of credit that is left. */
const REMINDER_DAYS = 14

const endOfReminders = (now: Date) => new Date(now.getTime() + REMINDER_DAYS * DAY_MS)

/** Whether credit that is given now expires so soon that a reminder would only repeat it. */
export const expiresSoon = (tx: Tx, expires_at: Date): boolean =>
  expires_at <= endOfReminders(tx.now())

/**
 * Takes what has expired out of the credit of the account, and reminds of what expires soon, once. The caller holds the billing
 * lock of the account.
 */
export async function expireCredit(tx: Tx): Promise<{ expired: number; reminded: number }> {
  const now = tx.now()
  const due = await tx
    .own('credit_grants')
    .select()
    .selectAll()
    .where('remaining_cents', '>', 0)
    .where('expires_at', '<=', endOfReminders(now))
    .orderBy('expires_at')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const counts = { expired: 0, reminded: 0 }
  for (const grant of due) {
    if (grant.expires_at && grant.expires_at <= now) {
      await expireGrant(tx, grant)
      counts.expired++
    } else if (!grant.expiry_reminded_at) {
      await remindOfGrant(tx, grant)
      counts.reminded++
    }
  }
  return counts
}

type Grant = Selectable<DB['credit_grants']>

async function expireGrant(tx: Tx, grant: Grant): Promise<void> {
  const { id: grant_id, currency, remaining_cents: amount_cents } = grant
  const id = randomUUIDv7()
  await changeRemaining(tx, grant_id, -amount_cents)
  await tx
    .own('credit_expiries')
    .insert({ id, grant_id, amount_cents, created_at: tx.now() })
    .execute()
  // Giving it reduced sales, so sales get back what was not used of it.
  await post(tx, {
    ...{ kind: 'credit_expired', subject_type: 'credit_expiry', subject_id: id, currency },
    debit: { credit_balance: amount_cents },
    credit: { sales: amount_cents },
  })
  await tx.audit('credit_grant.expired', grant_id, { new: { amount_cents, currency } })
  await tx.emit('credit_grant.expired', { id: grant_id, amount_cents, currency })
}

async function remindOfGrant(tx: Tx, grant: Grant): Promise<void> {
  await tx
    .own('credit_grants')
    .update({ expiry_reminded_at: tx.now() })
    .where('id', '=', grant.id)
    .execute()
  tx.unaudited('a reminder changes no credit')
  await notifyOfExpiry(tx, grant)
}

/** Accounts with credit that has expired or of which they must be reminded, in order. */
export async function accountsWithExpiringCredit(
  ctx: PlatformCtx,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<string[]> {
  const now = ctx.now()
  let query = ctx
    .acrossAccounts({ because: 'credit of all accounts expires' })
    .selectFrom('credit_grants')
    .select('account_id')
    .distinct()
    .where(sweptAccounts(ctx))
    .where('remaining_cents', '>', 0)
    .where(({ eb, or, and }) =>
      or([
        eb('expires_at', '<=', now),
        and([eb('expires_at', '<=', endOfReminders(now)), eb('expiry_reminded_at', 'is', null)]),
      ]),
    )
    .orderBy('account_id')
    .limit(limit)
  if (after) query = query.where('account_id', '>', after)
  return (await query.execute()).map(({ account_id }) => account_id)
}

/** When credit of the account expires, and when it is to be reminded of it. */
export async function dueTimesOfCredit(ctx: Ctx): Promise<Date[]> {
  const grants = await ctx
    .own('credit_grants')
    .select()
    .select(['expires_at', 'expiry_reminded_at'])
    .where('remaining_cents', '>', 0)
    .where('expires_at', 'is not', null)
    .$narrowType<{ expires_at: Date }>()
    .execute()
  return grants.flatMap(({ expires_at, expiry_reminded_at }) => [
    expires_at,
    ...(expiry_reminded_at ? [] : [new Date(expires_at.getTime() - REMINDER_DAYS * DAY_MS)]),
  ])
}
