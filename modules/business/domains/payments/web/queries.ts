import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, reply } from '~/api'
import { queryClient } from '~/session'
import { loadStripe } from '~/stripe'

export type Payment = Data<'/api/v1/payments', 'get'>[number]
export type RefundOfPayment = Data<'/api/v1/refunds', 'get'>[number]

export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['payments', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/payments/{id}', { params: { path: { id } }, signal })),
  })

export const recentPaymentsQuery = queryOptions({
  queryKey: ['payments', 'recent'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/payments', { params: { query: { per_page: 5 } }, signal })),
})

/** The newest refunds of a payment of the account. */
export const refundsOfPaymentQuery = (payment_id: string) =>
  queryOptions({
    queryKey: ['payments', payment_id, 'refunds'],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/refunds', { params: { query: { payment_id } }, signal })),
  })

/**
 * Approves a payment in the form of the gateway, or leaves for its page. Returns the payment, or `simulated` if the person
 * must say what their bank does; null if they leave.
 */
export async function approvePayment(id: string): Promise<Payment | 'simulated' | null> {
  const params = { path: { id } }
  const action = await data(api.GET('/api/v1/payments/{id}/next_action', { params }))
  if (action.simulated && !action.url) return 'simulated'
  if (action.client_secret && action.publishable_key) {
    const stripe = await loadStripe(action.publishable_key)
    const { error } = await stripe.handleNextAction({ clientSecret: action.client_secret })
    // Also after an error: the payment has failed then, and says why.
    return continuePayment(id).catch((failure: Error) => {
      throw error?.message ? new Error(error.message) : failure
    })
  }
  if (!action.url) return continuePayment(id)
  window.location.assign(action.url)
  return null
}

/** Asks what became of a payment after the person returned from the gateway. */
export async function continuePayment(id: string): Promise<Payment> {
  try {
    return await data(api.POST('/api/v1/payments/{id}/continue', { params: { path: { id } } }))
  } finally {
    await paymentsChanged()
  }
}

/** Stands for the bank of the payer, where payments are simulated. A refusal is thrown with its reason. */
export async function simulateApproval(id: string, approved: boolean): Promise<Payment> {
  const params = { path: { id } }
  try {
    return await data(
      api.POST('/api/v1/payments/{id}/simulate_approval', { params, body: { approved } }),
    )
  } finally {
    await paymentsChanged()
  }
}

export async function cancelPayment(id: string) {
  await reply(api.POST('/api/v1/payments/{id}/cancel', { params: { path: { id } } }))
  await paymentsChanged()
}

export async function paymentsChanged() {
  const stale = ['payments', 'invoices', 'refunds', 'billing', 'subscriptions', 'audit_logs']
  await Promise.all(stale.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}
