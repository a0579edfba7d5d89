import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { accountsWithExpiringCredit, expireCredit } from '../credit_grants/expiring.ts'
import { accountsWithOldBalances, writeOffBalances } from '../invoices/balances.ts'
import { tryLockBilling } from './profile.ts'

const BATCH = 500

export const SweptBalances = Shape('SweptBalances', {
  reminded: Count('Credit of which its account was reminded'),
  expired: Count('Credit that expired'),
  written_off: Count('Balances that were too small to collect and are written off'),
  failed: Count('Accounts for which this failed; the log has the reasons', [0]),
})

type Counts = Static<typeof SweptBalances>

/** Expires credit, reminds of what expires soon, and writes off small balances. Idempotent. */
export async function sweepBalances(ctx: PlatformCtx): Promise<Counts> {
  const counts = { reminded: 0, expired: 0, written_off: 0, failed: 0 }
  await inEach(ctx, counts, accountsWithExpiringCredit, expireCredit)
  await inEach(ctx, counts, accountsWithOldBalances, async (tx) => ({
    written_off: await writeOffBalances(tx),
  }))
  return counts
}

/**
 * Works on each account in its own transaction. One that another process works on is left for the next time; one that fails
 * costs no other.
 */
async function inEach(
  ctx: PlatformCtx,
  counts: Counts,
  listDue: typeof accountsWithExpiringCredit,
  work: (tx: Tx) => Promise<Partial<Counts>>,
): Promise<void> {
  let after: string | undefined
  for (;;) {
    const due = await listDue(ctx, { after, limit: BATCH })
    for (const id of due) {
      for (const [name, count] of Object.entries(await workIn(ctx, id, work))) {
        counts[name as keyof Counts] += count
      }
    }
    if (due.length < BATCH) return
    after = due.at(-1)
  }
}

async function workIn(
  ctx: PlatformCtx,
  accountId: string,
  work: (tx: Tx) => Promise<Partial<Counts>>,
): Promise<Partial<Counts>> {
  try {
    return await ctx.inAccount(accountId, { kind: 'system' }).transaction(async (tx) => {
      tx.unaudited('what is done is recorded there')
      return (await tryLockBilling(tx)) ? work(tx) : {}
    })
  } catch (error) {
    const reason = (error as Error).message
    ctx.log.error({ account: accountId, reason }, 'cannot sweep the balances of an account')
    return { failed: 1 }
  }
}
