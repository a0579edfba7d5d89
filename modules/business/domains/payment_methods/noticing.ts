import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import type { GatewayName } from '../../gateways/port.ts'
import { accountOfCustomer } from './customers.ts'
import { deactivatePaymentMethod, storePaymentMethod } from './payment_method.ts'

type Described = Parameters<typeof storePaymentMethod>[1]

interface MethodAtGateway {
  gateway: GatewayName
  external_id: string
}

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

/**
 * Switches off a payment method that was removed at its gateway. Undefined if it is not known; one that was removed here before
 * is found by its customer.
 */
export async function noticeDetached(
  tx: PlatformTx,
  method: MethodAtGateway,
  customerId: string | null,
): Promise<NoticedMethod | undefined> {
  const { gateway, external_id } = method
  const found = await tx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('payment_methods')
    .select(['id', 'account_id'])
    .where('gateway', '=', gateway)
    .where('external_id', '=', external_id)
    .executeTakeFirst()
  if (found) {
    const { id, account_id } = found
    await deactivatePaymentMethod(tx.inAccount(account_id), id)
    return { account_id, payment_method_id: id }
  }
  const account_id = customerId && (await accountOfCustomer(tx, gateway, customerId))
  if (!account_id || !(await wasRemoved(tx.inAccount(account_id), method))) return undefined
  return { account_id, payment_method_id: null }
}

async function wasRemoved(tx: Tx, { gateway, external_id }: MethodAtGateway): Promise<boolean> {
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
