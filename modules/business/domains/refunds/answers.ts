import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { ResultOf } from '../../gateways/operations.ts'
import type { GatewayOutcome } from '../../gateways/port.ts'
import type { CallOperation, GatewayCall } from '../gateway_calls/call.ts'
import { settleRefund } from './settling.ts'

/**
 * Applies the outcome of a call about a refund. If it remains unknown, the refund stays pending until an event or the lists of the
 * gateway tell what happened.
 */
export async function applyToRefund(
  tx: Tx,
  { operation, subject_id }: GatewayCall,
  answer: GatewayOutcome<ResultOf<CallOperation>>,
): Promise<void> {
  const refund = await tx
    .own('refunds')
    .select()
    .select(['id', 'payment_id'])
    .where('id', '=', subject_id)
    .executeTakeFirstOrThrow()
  const outcome = answer as GatewayOutcome<ResultOf<'refund'>>
  if (outcome.kind === 'succeeded') return settleRefund(tx, refund, outcome.result)
  if (operation !== 'refund') return
  // Nothing was paid back: the gateway refused to begin.
  if (outcome.kind === 'rejected') {
    await settleRefund(tx, refund, { status: 'failed', failure_code: outcome.code })
  } else if (outcome.kind === 'not_found') {
    await settleRefund(tx, refund, { status: 'failed', failure_code: 'not_found' })
  }
}
