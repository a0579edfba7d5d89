import type { Tx } from '@powernode/server/platform/db/context.ts'
import { move } from '../subscriptions/changes.ts'
import { lockSubscription } from '../subscriptions/subscription.ts'
import { isAllowed } from '../subscriptions/transitions.ts'
import { type LockedDunning, lockOpenDunning, writeDunning } from './dunning.ts'
import { mailRecovered } from './notices.ts'

type Closed = 'recovered' | 'exhausted' | 'withdrawn'

/** The invoice is paid: the dunning is over, and the owners are told. */
export async function closeRecovered(tx: Tx, { id }: { id: string }): Promise<void> {
  const dunning = await lockOpenDunning(tx, id)
  if (!dunning) return
  await close(tx, dunning, 'recovered')
  await mailRecovered(tx, await lockSubscription(tx, dunning.subscription_id), id)
}

/** The invoice need not be paid any more. */
export async function closeWithdrawn(tx: Tx, { id }: { id: string }): Promise<void> {
  const dunning = await lockOpenDunning(tx, id)
  if (dunning) await close(tx, dunning, 'withdrawn')
}

/** The invoice is written off. A subscription that goes on is unpaid until the invoice is paid after all. */
export async function closeExhausted(tx: Tx, { id }: { id: string }): Promise<void> {
  const dunning = await lockOpenDunning(tx, id)
  if (!dunning) return
  await close(tx, dunning, 'exhausted')
  const subscription = await lockSubscription(tx, dunning.subscription_id)
  if (isAllowed('mark_unpaid', subscription.status)) await move(tx, subscription, 'mark_unpaid')
}

async function close(
  tx: Tx,
  { id, invoice_id, subscription_id, status: before }: LockedDunning,
  status: Closed,
): Promise<void> {
  await writeDunning(tx, id, { status, next_step_at: null, closed_at: tx.now() })
  await tx.audit('dunning.closed', id, { old: { status: before }, new: { status } })
  await tx.emit('dunning.closed', { id, invoice_id, subscription_id, status })
}
