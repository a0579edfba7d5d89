import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, data, type Query, reply } from '~/api'
import type { Plan } from '~/plans'
import { queryClient } from '~/session'

export type PlanValues = {
  name: string
  description: string
  /** In units of the currency, with cents as decimals. */
  price: number | string
  currency: Plan['currency']
  tax_inclusive: boolean
  billing_cycle: Plan['billing_cycle']
  trial_days: number
  max_users: number
  max_api_keys: number
  max_webhooks: number
  rate_limit_tier: Plan['rate_limit_tier']
  status: Plan['status']
  is_public: boolean
  is_default: boolean
  annual_discount_percent: number | string
  volume_discount_tiers: { min_quantity: number | string; discount_percent: number | string }[]
  promotional_discount_percent: number | string
  /** Days, `2027-01-31`; empty for none. */
  promotional_discount_start: string
  promotional_discount_end: string
  promotional_discount_code: string
  promotional_discount_periods: number | string
}

type DiscountField = Extract<keyof PlanValues, `${string}_discount_${string}`>

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', 'one', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/plans/{id}', { params: { path: { id } }, signal })),
  })

export const plansQuery = (query: Query<'/api/v1/plans'>) =>
  queryOptions({
    queryKey: ['plans', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/plans', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export async function createPlan(values: PlanValues) {
  await reply(api.POST('/api/v1/plans', { body: wire(values) }))
  await changed()
}

export async function changePlan(id: string, values: PlanValues) {
  await reply(api.PATCH('/api/v1/plans/{id}', { params: { path: { id } }, body: wire(values) }))
  await changed()
}

export async function setPlanStatus(id: string, status: Plan['status']) {
  await reply(api.PATCH('/api/v1/plans/{id}', { params: { path: { id } }, body: { status } }))
  await changed()
}

export async function deletePlan(id: string) {
  await reply(api.DELETE('/api/v1/plans/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: planQuery(id).queryKey })
  await changed()
}

function wire({ price, max_users, max_api_keys, max_webhooks, ...values }: PlanValues) {
  return {
    ...values,
    description: values.description.trim() || null,
    price_cents: Math.round(Number(price) * 100),
    limits: { max_users, max_api_keys, max_webhooks },
    ...discounts(values),
  }
}

function discounts(values: Pick<PlanValues, DiscountField>) {
  const { promotional_discount_start: start, promotional_discount_end: end } = values
  return {
    annual_discount_percent: Number(values.annual_discount_percent),
    volume_discount_tiers: values.volume_discount_tiers.map((tier) => ({
      min_quantity: Number(tier.min_quantity),
      discount_percent: Number(tier.discount_percent),
    })),
    promotional_discount_percent: Number(values.promotional_discount_percent),
    promotional_discount_start: start ? `${start}T00:00:00Z` : null,
    promotional_discount_end: end ? `${end}T23:59:59Z` : null,
    promotional_discount_code: values.promotional_discount_code.trim() || null,
    promotional_discount_periods: Number(values.promotional_discount_periods) || null,
  }
}

async function changed() {
  await Promise.all(
    [['plans'], ['subscriptions'], ['accounts'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
