import type { Tx } from '@powernode/server/platform/db/context.ts'
import { lockBilling } from '../billing/profile.ts'
import { tryCollecting } from '../subscriptions/collection.ts'
import { writeDunning } from './dunning.ts'

/** A new default payment method is charged at once. It uses up no step. */
export async function retryWithNewMethod(tx: Tx): Promise<void> {
  await lockBilling(tx)
  const dunning = await tx
    .own('dunnings')
    .select()
    .select(['id', 'invoice_id', 'payment_id', 'next_step_at', 'step'])
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (!dunning) return
  const { payment_id } = await tryCollecting(tx, dunning.invoice_id, { on_session: false })
  if (!payment_id) return
  await writeDunning(tx, dunning.id, { stopped_because: null })
  await tx.audit('dunning.attempted', dunning.id, { new: { payment_id } })
}
