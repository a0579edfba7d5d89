import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE } from './api'
import { formatCount, formatMoney } from './ui/format'

export type Plan = Data<'/api/v1/plans', 'get'>[number]

/** Plans that accounts can subscribe to, the cheapest first. */
export const offeredPlansQuery = queryOptions({
  queryKey: ['plans', 'offered'],
  queryFn: ({ signal }) =>
    data(
      api.GET('/api/v1/public/plans', {
        params: { query: { ...LARGEST_PAGE, sort: 'price_cents' } },
        signal,
      }),
    ),
})

/** A limit of this number or more means unlimited. */
export const NO_LIMIT = 999

export const formatLimit = (limit: number) => (limit >= NO_LIMIT ? 'Unlimited' : formatCount(limit))

type Priced = Pick<Plan, 'price_cents' | 'currency' | 'billing_cycle'>

const periods = { monthly: 'month', quarterly: 'quarter', yearly: 'year' }

/** "$29.00 per month", or "Free". */
export function formatPrice(
  { price_cents, currency, billing_cycle }: Priced,
  quantity = 1,
): string {
  if (price_cents === 0) return 'Free'
  return `${formatMoney(price_cents * quantity, currency)} per ${periods[billing_cycle]}`
}
