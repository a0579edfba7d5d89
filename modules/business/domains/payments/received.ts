import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { isReceived } from './statuses.ts'

/** How a gateway names money that it received. */
export interface ReceivedMoney {
  gateway: GatewayName
  /** The charge or capture. */
  charge_id: string
  /** Its intent or order, if the gateway says. */
  intent_id: string | null
}

export interface ReceivedPayment {
  id: string
  account_id: string
  invoice_id: string | null
}

/** The payment of any account that received this money. All attempts for an invoice have one intent: the charge comes first. */
export async function findReceivedPayment(
  ctx: PlatformCtx,
  { gateway, charge_id, intent_id }: ReceivedMoney,
): Promise<ReceivedPayment | undefined> {
  const ids = intent_id ? [charge_id, intent_id] : [charge_id]
  const found = await ctx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('payments')
    .select(['id', 'account_id', 'invoice_id', 'status', 'external_id'])
    .where('gateway', '=', gateway)
    .where(({ eb, or }) => or([eb('external_id', 'in', ids), eb('intent_id', 'in', ids)]))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  const received = found.filter(isReceived)
  return received.find(({ external_id }) => external_id === charge_id) ?? received[0]
}
