import type { Terms } from '../../pricing/price.ts'
import type { lockSubscription } from './subscription.ts'

type Priced = Pick<
  Awaited<ReturnType<typeof lockSubscription>>,
  'plan_name' | 'price_cents' | 'quantity'
>

/** What the account has now, as invoices, previews and metrics price it. */
export const termsOf = ({ plan_name, price_cents, quantity }: Priced): Terms => ({
  name: plan_name,
  unit_cents: BigInt(price_cents),
  quantity,
  discounts: [],
})
