import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Choice, Flag, Id, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { gateways } from '../../gateways/port.ts'
import { settlePayment } from '../payments/settling.ts'
import { isReceived } from '../payments/statuses.ts'

export const ListedCharge = Shape('ReconciliationCharge', {
  gateway: Choice(gateways, 'The gateway that lists it'),
  payment_id: Id('The payment that it is'),
  external_id: Text(255, { description: 'Charge or capture', examples: ['ch_3Q2w3E'] }),
  intent_id: Nullable(
    Text(255, { description: 'Payment intent or order', examples: ['pi_3Q2w3E'] }),
  ),
  amount_cents: Type.Integer({
    minimum: 1,
    description: 'What was received, in cents',
    examples: [3451],
  }),
  currency: Type.String({
    pattern: '^[A-Z]{3}$',
    description: 'Currency at the gateway',
    examples: ['USD'],
  }),
  fee_cents: Nullable(
    Type.Integer({ description: 'What the gateway kept; null while unknown', examples: [130] }),
  ),
})

export const SettledCharge = Shape('ReconciliationSettled', {
  settled: Flag('Whether the payment has the money now'),
})

/** Records money that the gateway lists as received, for a payment that does not have it. Repeating it changes nothing. */
export async function settleListedCharge(
  ctx: PlatformCtx,
  { gateway, payment_id, fee_cents, ...charge }: Static<typeof ListedCharge>,
): Promise<Static<typeof SettledCharge>> {
  const payment = await ctx
    .acrossAccounts({ because: 'the gateway names a payment but no account' })
    .selectFrom('payments')
    .select(['account_id', 'gateway'])
    .where('id', '=', payment_id)
    .executeTakeFirst()
  if (!payment) throw fail.invalid({ payment_id: ['is not a payment'] })
  if (payment.gateway !== gateway) throw fail.invalid({ gateway: ['is not that of the payment'] })
  const intent_id = charge.intent_id ?? charge.external_id
  return ctx.inAccount(payment.account_id).transaction(async (tx) => {
    const result = { ...charge, intent_id, fee_cents }
    await settlePayment(tx, payment_id, { kind: 'succeeded', result })
    const after = await tx
      .own('payments')
      .select()
      .select('status')
      .where('id', '=', payment_id)
      .executeTakeFirstOrThrow()
    return { settled: isReceived(after) }
  })
}
