import type { Ctx } from '@powernode/server/platform/db/context.ts'

/** Whether the account has a payment method, or a started subscription with a price. */
export async function hasPayment(ctx: Ctx): Promise<boolean> {
  const method = await ctx.own('payment_methods').select().select('id').limit(1).executeTakeFirst()
  if (method) return true
  const paid = await ctx
    .own('subscriptions')
    .select()
    .innerJoin('plans', 'plans.id', 'subscriptions.plan_id')
    .select('subscriptions.id')
    .where('subscriptions.status', 'in', ['active', 'past_due', 'unpaid', 'paused', 'suspended'])
    .where('price_cents', '>', 0)
    .limit(1)
    .executeTakeFirst()
  return paid !== undefined
}
