import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { sweptAccounts } from '../test_clocks/billing_time.ts'
import { enqueueAbout } from './asking.ts'
import { lockPayment } from './locking.ts'

const FIRST_MS = 5 * MINUTE_MS
const LAST_MS = 30 * DAY_MS
const BATCH = 200

/**
 * Looks up received payments whose fee is not known: gateways often compute it after the charge. The first time after five minutes,
 * and again whenever the payment is twice as old, for 30 days.
 */
export async function askForFees(ctx: PlatformCtx): Promise<void> {
  const now = ctx.now()
  const unknown = await ctx
    .acrossAccounts({ because: 'fees of all accounts are looked up' })
    .selectFrom('payments as p')
    .select(['p.id', 'p.account_id', 'p.intent_id'])
    .where('p.fee_cents', 'is', null)
    .where(sweptAccounts(ctx, 'p.account_id'))
    .where('p.gateway', '!=', 'manual')
    .where('p.status', 'in', ['succeeded', 'partially_refunded', 'refunded'])
    .where('p.intent_id', 'is not', null)
    .where('p.processed_at', '>', new Date(now.getTime() - LAST_MS))
    .where('p.processed_at', '<', new Date(now.getTime() - FIRST_MS))
    .where(
      sql<boolean>`not exists (select from gateway_calls c where c.subject_id = p.id
        and c.operation = 'look_up' and (c.status <> 'done'
          or c.created_at > p.processed_at + (${now} - p.processed_at) / 2))`,
    )
    .orderBy('p.processed_at', 'desc')
    .limit(BATCH)
    .execute()
  for (const { id, account_id, intent_id } of unknown) {
    if (!intent_id) continue
    await ctx.inAccount(account_id).transaction(async (tx) => {
      tx.unaudited('a fee is posted to the ledger')
      const { payment } = await lockPayment(tx, id)
      await enqueueAbout(tx, { ...payment, intent_id }, 'look_up')
    })
  }
}
