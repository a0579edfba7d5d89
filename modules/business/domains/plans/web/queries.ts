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
}

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
  }
}

async function changed() {
  await Promise.all(
    [['plans'], ['subscriptions'], ['accounts'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
