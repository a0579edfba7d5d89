import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { post } from '../ledger/entry.ts'
import { sweptAccounts } from '../test_clocks/billing_time.ts'

/** A balance that is too small to collect waits so long for another invoice. */
const BALANCE_DAYS = 90

const oldestOf = (now: Date) => new Date(now.getTime() - BALANCE_DAYS * DAY_MS)

/**
 * Writes off the balances of the account that no invoice took over in time. Returns their number. The caller holds the billing
 * lock of the account.
 */
export async function writeOffBalances(tx: Tx): Promise<number> {
  const now = tx.now()
  const written = await tx
    .own('invoices')
    .update({ balance_written_off_at: now, updated_at: now })
    .where('carried_cents', '>', 0)
    .where('carried_to', 'is', null)
    .where('balance_written_off_at', 'is', null)
    .where('paid_at', '<=', oldestOf(now))
    .returning(['id', 'invoice_number', 'currency', 'carried_cents'])
    .execute()
  for (const { id, invoice_number, currency, carried_cents: amount_cents } of written) {
    await post(tx, {
      ...{ kind: 'balance_written_off', subject_type: 'invoice', subject_id: id, currency },
      debit: { bad_debts: amount_cents },
      credit: { receivable: amount_cents },
    })
    const balance = { invoice_number, currency, amount_cents }
    await tx.audit('invoice.balance_written_off', id, { new: balance })
    await tx.emit('invoice.balance_written_off', { id, ...balance })
  }
  return written.length
}

/** Accounts with balances that no invoice took over in time, in order. */
export async function accountsWithOldBalances(
  ctx: PlatformCtx,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<string[]> {
  let query = ctx
    .acrossAccounts({ because: 'small balances of all accounts are written off' })
    .selectFrom('invoices')
    .select('account_id')
    .distinct()
    .where(sweptAccounts(ctx))
    .where('carried_cents', '>', 0)
    .where('carried_to', 'is', null)
    .where('balance_written_off_at', 'is', null)
    .where('paid_at', '<=', oldestOf(ctx.now()))
    .orderBy('account_id')
    .limit(limit)
  if (after) query = query.where('account_id', '>', after)
  return (await query.execute()).map(({ account_id }) => account_id)
}

/** When balances of the account are written off. */
export async function dueTimesOfBalances(ctx: Ctx): Promise<Date[]> {
  const carried = await ctx
    .own('invoices')
    .select()
    .select('paid_at')
    .where('carried_cents', '>', 0)
    .where('carried_to', 'is', null)
    .where('balance_written_off_at', 'is', null)
    .where('paid_at', 'is not', null)
    .$narrowType<{ paid_at: Date }>()
    .execute()
  return carried.map(({ paid_at }) => new Date(paid_at.getTime() + BALANCE_DAYS * DAY_MS))
}
