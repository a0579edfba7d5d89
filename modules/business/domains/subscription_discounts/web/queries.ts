import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Discount = Data<'/api/v1/admin/subscription_discounts', 'get'>[number]

/** The discount that a form describes. Numbers are texts while they are empty. */
export type DiscountValues = {
  kind: 'percent' | 'amount'
  off: number | string
  periods: number | string
  reason: string
}

export const discountsQuery = (query: Query<'/api/v1/admin/subscription_discounts'>) =>
  queryOptions({
    queryKey: ['subscriptions', 'discounts', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/subscription_discounts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The subscription that gets a discount. */
export const discountedQuery = (id: string) =>
  queryOptions({
    queryKey: ['subscriptions', 'any', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/subscriptions/{id}', { params: { path: { id } }, signal })),
  })

export async function giveDiscount(
  subscription_id: string,
  { kind, off, periods, reason }: DiscountValues,
) {
  const part =
    kind === 'percent' ? { percent: Number(off) } : { amount_cents: Math.round(Number(off) * 100) }
  const limited = periods === '' ? {} : { periods: Number(periods) }
  const body = { subscription_id, reason, ...part, ...limited }
  await reply(api.POST('/api/v1/admin/subscription_discounts', { body }))
  await changed()
}

export async function endDiscount({ id }: Discount) {
  const params = { path: { id } }
  await reply(api.DELETE('/api/v1/admin/subscription_discounts/{id}', { params }))
  await changed()
}

async function changed() {
  await Promise.all(
    [['subscriptions'], ['coupons'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
