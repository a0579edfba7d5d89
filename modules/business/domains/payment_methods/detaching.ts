import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { enqueueCall } from '../gateway_calls/call.ts'
import { enabledGateways } from '../payment_gateways/credentials.ts'

interface Detached {
  id: string
  gateway: GatewayName
  external_id: string
  livemode: boolean
}

/** Has a payment method removed at its gateway, if it is one that is enabled. */
export async function enqueueDetach(
  tx: Tx,
  { id, gateway, external_id, livemode }: Detached,
): Promise<void> {
  const enabled = await enabledGateways(tx)
  if (!enabled.some((one) => one.gateway === gateway && one.livemode === livemode)) return
  await enqueueCall(tx, {
    ...{ gateway, livemode, operation: 'detach', request: { external_id } },
    ...{ subject_type: 'payment_method', subject_id: id },
    idempotency_key: `detach_${randomUUIDv7()}`,
  })
}

/** Deletes a payment method, or switches it off if something was charged to it. */
export async function withdraw(tx: Tx, id: string): Promise<void> {
  const charged = await tx
    .own('payments')
    .select()
    .select('id')
    .where('payment_method_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (!charged) {
    await tx.own('payment_methods').delete().where('id', '=', id).execute()
    return
  }
  await switchOff(tx, id)
}

/** Keeps a payment method that is not charged any more. */
export async function switchOff(tx: Tx, id: string): Promise<void> {
  await tx
    .own('payment_methods')
    .update({ is_active: false, is_default: false, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
}
