import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { FoundPlan } from '../plans/plan.ts'
import type { Sold } from './proration.ts'

/** What a change of plan asks for. 422 on `plan_id` if the plan is not offered to this subscription. */
export function planTarget(from: Sold, found: FoundPlan | undefined, quantity: number): Sold {
  const plan = requireOffered(found)
  if (plan.currency !== from.currency) {
    throw fail.invalid({ plan_id: [`must be priced in ${from.currency}, like the current one`] })
  }
  const { id, name, price_cents, currency, billing_cycle, tax_inclusive } = plan
  const { volume_discount_tiers } = plan
  if (price_cents > 0 && from.price_cents > 0 && tax_inclusive !== from.tax_inclusive) {
    const like = from.tax_inclusive ? 'include the tax' : 'exclude the tax'
    throw fail.invalid({ plan_id: [`must have prices that ${like}, like the current one`] })
  }
  return {
    ...from,
    ...{ plan_id: id, plan_name: name, price_cents, currency, billing_cycle, tax_inclusive },
    ...{ volume_discount_tiers, quantity },
  }
}

/** A plan that any account can choose; 422 on `plan_id` for another. */
export function requireOffered(plan: FoundPlan | undefined): FoundPlan {
  if (plan?.status !== 'active' || !plan.is_public) {
    throw fail.invalid({ plan_id: ['is not a public plan'] })
  }
  return plan
}

/** Whether nothing is paid for it. */
export const isFreePlan = ({ price_cents }: Pick<Sold, 'price_cents'>): boolean => price_cents === 0
