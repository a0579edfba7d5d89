import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { enabledGateways } from '../payment_gateways/credentials.ts'
import { usableMethod } from '../payment_methods/payment_method.ts'

export interface ChargeableMethod {
  id: string
  gateway: GatewayName
  livemode: boolean
}

/**
 * A payment method that can be charged now: the given one, by default the default one. 422 `gateway_not_configured` if no gateway
 * is enabled; 404 `payment_method_required` without a usable method, and for one of a gateway or mode that is not enabled.
 */
export async function chargeableMethod(tx: Tx, id: string | undefined): Promise<ChargeableMethod> {
  const enabled = await enabledGateways(tx)
  if (enabled.length === 0) throw fail.with('gateway_not_configured')
  const methods = tx
    .own('payment_methods')
    .select()
    .select(['id', 'gateway', 'livemode'])
    .where(usableMethod(tx))
  const wanted = id ? methods.where('id', '=', id) : methods.where('is_default', '=', true)
  const method = await wanted.executeTakeFirst()
  const isEnabled = enabled.some(
    ({ gateway, livemode }) => gateway === method?.gateway && livemode === method.livemode,
  )
  if (!method || !isEnabled) throw fail.with('payment_method_required')
  return method
}
