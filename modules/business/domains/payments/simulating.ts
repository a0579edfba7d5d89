import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { configurationOf } from '../payment_gateways/configuration.ts'
import { authenticateSimulated } from '../payment_gateways/simulation.ts'
import { continuePayment } from './continuing.ts'
import { gatewayOfPayment, type Payment } from './payment.ts'

export const SimulatedApproval = Shape('SimulatedApproval', {
  approved: Type.Boolean({
    description: 'Whether the person approves the payment, or refuses it',
    examples: [true],
  }),
})

/**
 * Stands for the bank of the payer where payments are simulated: approves a payment that waits for it, or refuses it, and waits
 * for the outcome. 409 where payments are real, and for a payment that does not wait for approval.
 */
export async function simulateApproval(
  ctx: Ctx,
  id: string,
  { approved }: Static<typeof SimulatedApproval>,
): Promise<Static<typeof Payment>> {
  const payment = await ctx
    .own('payments')
    .select()
    .select(['gateway', 'status', 'intent_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!payment) throw fail.notFound('payment')
  const { status, intent_id } = payment
  if (status !== 'requires_action' || !intent_id) {
    throw fail.with('invalid_transition', 'This payment does not wait for approval')
  }
  const { simulated } = await configurationOf(ctx, gatewayOfPayment(payment))
  if (!simulated || payment.gateway !== 'stripe') {
    throw fail.with('invalid_transition', 'This payment is approved at the payment gateway')
  }
  await authenticateSimulated(ctx, intent_id, approved)
  return continuePayment(ctx, id)
}
