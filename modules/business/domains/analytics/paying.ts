import type { EventData } from '@powernode/contract/events.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { readPayment } from '../payments/payment.ts'
import { requestLive } from './announcing.ts'

/** Announces a payment, and computes its day again if it was received before today. */
export async function countPayment(tx: Tx, { id }: EventData<'payment.succeeded'>): Promise<void> {
  const { processed_at } = await readPayment(tx, id)
  await requestLive(tx)
  if (processed_at && dayOf(processed_at) < dayOf(tx.realNow())) {
    await tx.enqueue('update_revenue_snapshots', { date: dayOf(processed_at) })
  }
}
