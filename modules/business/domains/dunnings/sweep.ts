import { type Ctx, isInAccount, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { lockBilling, tryLockBilling } from '../billing/profile.ts'
import { sweptAccounts } from '../test_clocks/billing_time.ts'
import { runStep, type StepOutcome } from './steps.ts'

const BATCH = 500

export const AdvancedDunnings = Shape('AdvancedDunnings', {
  attempted: Count('Payments that were tried again'),
  reminded: Count('Unpaid invoices whose owners were reminded'),
  suspended: Count('Subscriptions that were suspended', [0]),
  waiting: Count('Subscriptions that wait for a new payment method'),
  failed: Count('Invoices whose step failed; the log has the reasons', [0]),
})

/** Does the steps that are due, each in its own transaction; in the context of an account, its own. Idempotent. */
export async function advanceDunnings(ctx: PlatformCtx): Promise<Static<typeof AdvancedDunnings>> {
  const counts = { attempted: 0, reminded: 0, suspended: 0, waiting: 0, failed: 0 }
  let after: string | undefined
  for (;;) {
    const batch = await listDue(ctx, after)
    for (const { invoice_id, account_id } of batch) {
      const outcome = await stepInAccount(ctx, account_id, invoice_id)
      if (outcome) counts[outcome]++
    }
    if (batch.length < BATCH) return counts
    after = batch.at(-1)?.id
  }
}

async function stepInAccount(
  ctx: PlatformCtx,
  accountId: string,
  invoiceId: string,
): Promise<StepOutcome | 'failed' | undefined> {
  const accountCtx = ctx.inAccount(accountId, { kind: 'system' })
  try {
    return await accountCtx.transaction(async (tx) => {
      tx.unaudited('what a step does is recorded there')
      const isLocked = isInAccount(ctx) ? await lockBilling(tx) : await tryLockBilling(tx)
      return isLocked && runStep(tx, invoiceId)
    })
  } catch (error) {
    ctx.log.error({ invoice: invoiceId, reason: (error as Error).message }, 'dunning step failed')
    return 'failed'
  }
}

function listDue(ctx: PlatformCtx, after: string | undefined) {
  let query = ctx
    .acrossAccounts({ because: 'the sweep covers every account' })
    .selectFrom('dunnings')
    .select(['id', 'invoice_id', 'account_id'])
    .where('next_step_at', '<=', ctx.now())
    .where(sweptAccounts(ctx))
    .orderBy('id')
    .limit(BATCH)
  if (after) query = query.where('id', '>', after)
  return query.execute()
}

/** The times of the next steps of the account. */
export async function dueTimesOfDunnings(ctx: Ctx): Promise<Date[]> {
  const open = await ctx
    .own('dunnings')
    .select()
    .select('next_step_at')
    .where('status', '=', 'open')
    .execute()
  return open.flatMap(({ next_step_at }) => next_step_at ?? [])
}
