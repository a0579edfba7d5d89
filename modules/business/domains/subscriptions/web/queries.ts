import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Subscription = Data<'/api/v1/subscriptions', 'get'>[number]
export type AccountSubscription = Data<'/api/v1/admin/subscriptions', 'get'>[number]
export type OfferedPlan = Data<'/api/v1/public/plans', 'get'>[number]
export type PlanChoice = { plan_id: string | null; quantity: number }

export const allSubscriptionsQuery = (query: Query<'/api/v1/admin/subscriptions'>) =>
  queryOptions({
    queryKey: ['subscriptions', 'all', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/subscriptions', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The current subscription of the account, or null. */
export const subscriptionQuery = queryOptions({
  queryKey: ['subscriptions', 'own'],
  queryFn: async ({ signal }) => {
    const query = { per_page: 1 }
    const [last] = await data(api.GET('/api/v1/subscriptions', { params: { query }, signal }))
    return last && !last.ended_at ? last : null
  },
})

/** The current or last subscription of an account; null if it never had one. */
export const lastSubscriptionQuery = (account_id: string) =>
  queryOptions({
    queryKey: ['subscriptions', 'of', account_id],
    queryFn: async ({ signal }) => {
      const query = { account_id, per_page: 1 }
      const [last] = await data(api.GET('/api/v1/subscriptions', { params: { query }, signal }))
      return last ?? null
    },
  })

export async function choosePlan(current: Subscription | null, { plan_id, quantity }: PlanChoice) {
  const body = { plan_id: plan_id ?? '', quantity }
  const params = { path: { id: current?.id ?? '' } }
  const subscription = current
    ? await data(api.PATCH('/api/v1/subscriptions/{id}', { params, body }))
    : await data(api.POST('/api/v1/subscriptions', { body }))
  await changed()
  return subscription
}

/** Cancels the subscription at the end of its period, or keeps it. */
export async function setCancelAtPeriodEnd({ id }: Subscription, cancel_at_period_end: boolean) {
  const params = { path: { id } }
  await reply(api.PATCH('/api/v1/subscriptions/{id}', { params, body: { cancel_at_period_end } }))
  await changed()
}

export async function endNow({ id }: Subscription) {
  await reply(api.DELETE('/api/v1/subscriptions/{id}', { params: { path: { id } } }))
  await changed()
}

async function changed() {
  await Promise.all(
    [['subscriptions'], ['plans'], ['accounts'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
