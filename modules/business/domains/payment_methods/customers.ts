import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { GatewayName } from '../../gateways/port.ts'

/** The account’s id at a gateway, if it has one. */
export async function customerOf(
  ctx: Ctx,
  gateway: GatewayName,
  livemode: boolean,
): Promise<string | null> {
  const customer = await ctx
    .own('gateway_customers')
    .select()
    .select('external_id')
    .where('gateway', '=', gateway)
    .where('livemode', '=', livemode)
    .executeTakeFirst()
  return customer?.external_id ?? null
}

/** Stores the account’s id at a gateway; the first one stays. */
export async function storeCustomer(
  tx: Tx,
  gateway: GatewayName,
  livemode: boolean,
  external_id: string,
): Promise<void> {
  await tx
    .own('gateway_customers')
    .insert({ gateway, livemode, external_id, created_at: tx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The account that a customer of a gateway is. */
export async function accountOfCustomer(
  ctx: PlatformCtx,
  gateway: GatewayName,
  customerId: string,
): Promise<string | undefined> {
  const customer = await ctx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('gateway_customers')
    .select('account_id')
    .where('gateway', '=', gateway)
    .where('external_id', '=', customerId)
    .executeTakeFirst()
  return customer?.account_id
}
