import { formatPrice, type Plan } from '~/plans'

type Priced = Pick<Plan, 'price_cents' | 'currency' | 'billing_cycle'>
type Chosen = { plan: Priced; quantity: number }

/** What a choice does to the price, as a sentence. `before` is null without a subscription. */
export function priceEffect(before: Chosen | null, next: Chosen): string {
  const price = formatPrice(next.plan, next.quantity)
  const free = total(next) === 0
  if (!before) return free ? 'This plan is free.' : `The price is ${price}.`
  const old = formatPrice(before.plan, before.quantity)
  if (price === old) return free ? 'This plan is free, as before.' : `The price stays ${price}.`
  if (free) return `This plan is free. The price is ${old} now.`
  if (total(before) === 0) return `The price will be ${price}. Your current plan is free.`
  return `The price will be ${price} instead of ${old}${difference(before, next)}.`
}

/** Only between prices of the same period. */
function difference(before: Chosen, next: Chosen) {
  const { currency, billing_cycle } = next.plan
  if (before.plan.currency !== currency || before.plan.billing_cycle !== billing_cycle) return ''
  const cents = total(next) - total(before)
  const money = new Intl.NumberFormat('en', { style: 'currency', currency })
  return `, ${money.format(Math.abs(cents) / 100)} ${cents > 0 ? 'more' : 'less'}`
}

const total = ({ plan, quantity }: Chosen) => plan.price_cents * quantity
