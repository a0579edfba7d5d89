import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, isFailure, type Query, reply } from '~/api'
import { queryClient } from '~/session'
import { declineInWords } from './decline'

export type Subscription = Data<'/api/v1/subscriptions', 'get'>[number]
export type AccountSubscription = Data<'/api/v1/admin/subscriptions', 'get'>[number]
export type OfferedPlan = Data<'/api/v1/public/plans', 'get'>[number]
export type PlanChoice = {
  plan_id: string | null
  quantity: number
  when: 'now' | 'period_end'
  discount_code: string
  /** Of the subscription that was shown when the form was opened. */
  lock_version?: number
  /** What the preview said is due. */
  expected_amount_due_cents?: number
}
export type FirstPreview = Data<'/api/v1/subscriptions/preview', 'post'>
export type PaidSubscription = Data<'/api/v1/subscriptions/{id}', 'patch'>
export type Preview = Data<'/api/v1/subscriptions/{id}/preview_proration', 'get'>

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

export const anySubscriptionQuery = (id: string) =>
  queryOptions({
    queryKey: ['subscriptions', 'any', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/subscriptions/{id}', { params: { path: { id } }, signal })),
  })

type FirstPeriod = { plan_id: string; quantity: number; discount_code?: string }

/** What the first period of a plan would cost. */
export const firstPreviewQuery = (body: FirstPeriod) =>
  queryOptions({
    queryKey: ['subscriptions', 'first', body],
    queryFn: ({ signal }) => data(api.POST('/api/v1/subscriptions/preview', { body, signal })),
  })

type ChangedPeriod = { new_plan_id: string; quantity: number; discount_code?: string }

/** What a change of plan or quantity would cost now. */
export const previewQuery = (id: string, query: ChangedPeriod) =>
  queryOptions({
    queryKey: ['subscriptions', 'preview', id, query],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query }
      return data(api.GET('/api/v1/subscriptions/{id}/preview_proration', { params, signal }))
    },
  })

/** The overdue invoice of the account's subscription, or null. */
export const openDunningQuery = queryOptions({
  queryKey: ['subscriptions', 'dunning'],
  queryFn: async ({ signal }) => {
    const query = { status: 'open', per_page: 1 } as const
    const [open] = await data(api.GET('/api/v1/dunnings', { params: { query }, signal }))
    return open ?? null
  },
})

export async function choosePlan(
  current: Subscription | null,
  { plan_id, quantity, when, discount_code: code, ...seen }: PlanChoice,
) {
  const discount_code = code.trim()
  const chosen = { plan_id: plan_id ?? '', quantity, ...(discount_code && { discount_code }) }
  const params = { path: { id: current?.id ?? '' } }
  try {
    return current
      ? await data(
          api.PATCH('/api/v1/subscriptions/{id}', {
            params,
            body: { ...chosen, when, ...seen },
          }),
        )
      : await data(api.POST('/api/v1/subscriptions', { body: chosen }))
  } catch (error) {
    throw isFailure(error) ? declineInWords(error, current !== null) : error
  } finally {
    await changed()
  }
}

/** Withdraws the change that is scheduled for the end of the period. */
export async function keepCurrentPlan({ id, plan, lock_version }: Subscription) {
  const params = { path: { id } }
  const body = { plan_id: plan.id, lock_version }
  await reply(api.PATCH('/api/v1/subscriptions/{id}', { params, body }))
  await changed()
}

export async function pausePlan({ id, lock_version }: Subscription, reason: string) {
  const body = { lock_version, ...(reason && { reason }) }
  await reply(api.POST('/api/v1/subscriptions/{id}/pause', { params: { path: { id } }, body }))
  await changed()
}

export async function resumePlan({ id }: Subscription) {
  try {
    await reply(api.POST('/api/v1/subscriptions/{id}/resume', { params: { path: { id } } }))
  } finally {
    await changed()
  }
}

/** Cancels the subscription: at the end of its period, or at once if it has none. */
export async function cancelPlan(
  { id, current_period_end, lock_version }: Subscription,
  comment: string,
) {
  const at_period_end = current_period_end !== null
  const query = { at_period_end, lock_version, ...(comment && { comment }) }
  await reply(api.DELETE('/api/v1/subscriptions/{id}', { params: { path: { id }, query } }))
  await changed()
}

/** Keeps a subscription that was to end with its period. */
export async function keepPlan({ id, lock_version }: Subscription) {
  const params = { path: { id } }
  const body = { cancel_at_period_end: false, lock_version }
  await reply(api.PATCH('/api/v1/subscriptions/{id}', { params, body }))
  await changed()
}

async function changed() {
  await Promise.all(
    [['subscriptions'], ['plans'], ['accounts'], ['invoices'], ['billing'], ['audit_logs']].map(
      (queryKey) => queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
