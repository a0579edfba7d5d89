import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { findPlan } from '../plans/plan.ts'
import type { Sold } from './proration.ts'

type FoundPlan = Awaited<ReturnType<typeof findPlan>>

/** What a change of plan asks for. 422 on `plan_id` if the plan is not offered to this subscription. */
export function planTarget(from: Sold, plan: FoundPlan, quantity: number): Sold {
  if (plan?.status !== 'active' || !plan.is_public) {
    throw fail.invalid({ plan_id: ['is not a public plan'] })
  }
  if (plan.currency !== from.currency) {
    throw fail.invalid({ plan_id: [`must be priced in ${from.currency}, like the current one`] })
  }
  const { id, name, price_cents, currency, billing_cycle, tax_inclusive } = plan
  if (price_cents > 0 && from.price_cents > 0 && tax_inclusive !== from.tax_inclusive) {
    const like = from.tax_inclusive ? 'include the tax' : 'exclude the tax'
    throw fail.invalid({ plan_id: [`must have prices that ${like}, like the current one`] })
  }
  return {
    ...{ plan_id: id, plan_name: name, price_cents, currency, billing_cycle, tax_inclusive },
    quantity,
  }
}

/** Whether nothing is paid for it. */
export const isFreePlan = ({ price_cents }: Pick<Sold, 'price_cents'>): boolean => price_cents === 0
