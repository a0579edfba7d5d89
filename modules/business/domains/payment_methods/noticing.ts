import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import type { GatewayName } from '../../gateways/port.ts'
import { accountOfCustomer } from './customers.ts'
import { storePaymentMethod } from './payment_method.ts'

type Described = Parameters<typeof storePaymentMethod>[1]

export interface NoticedMethod {
  account_id: string
  /** Null if it was removed here meanwhile: a late event does not bring it back. */
  payment_method_id: string | null
}

/** Stores a payment method that a gateway attached to a customer of ours. Undefined if the customer is not known. */
export async function noticePaymentMethod(
  tx: PlatformTx,
  customerId: string,
  method: Described & { gateway: GatewayName },
): Promise<NoticedMethod | undefined> {
  const account_id = await accountOfCustomer(tx, method.gateway, customerId)
  if (!account_id) return undefined
  const account = tx.inAccount(account_id)
  if (await wasRemoved(account, method)) return { account_id, payment_method_id: null }
  const { id } = await storePaymentMethod(account, method)
  return { account_id, payment_method_id: id }
}

async function wasRemoved(tx: Tx, { gateway, external_id }: Described): Promise<boolean> {
  const inactive = await tx
    .own('payment_methods')
    .select()
    .select('id')
    .where('gateway', '=', gateway)
    .where('external_id', '=', external_id)
    .where('is_active', '=', false)
    .executeTakeFirst()
  if (inactive) return true
  const detached = await tx
    .own('gateway_calls')
    .select()
    .select('id')
    .where('gateway', '=', gateway)
    .where('operation', '=', 'detach')
    .where(sql<boolean>`request->>'external_id' = ${external_id}`)
    .limit(1)
    .executeTakeFirst()
  return detached !== undefined
}
