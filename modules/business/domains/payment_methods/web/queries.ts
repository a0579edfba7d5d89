import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, reply } from '~/api'
import { queryClient } from '~/session'

export type Method = Data<'/api/v1/payment_methods', 'get'>[number]
export type PayableGateway = Data<'/api/v1/payment_gateways', 'get'>[number]

/** Where a payment method is added. It embeds the form of the gateway, so links to it leave the app. */
export const NEW_METHOD_PAGE = '/billing/payment-methods/new'

/** Remembers the setup while the person is at PayPal. */
const SETUP_KEY = 'powernode.paypal_setup'

export const methodsQuery = queryOptions({
  queryKey: ['payment_methods'],
  queryFn: ({ signal }) => {
    const query = { ...LARGEST_PAGE, active: true }
    return data(api.GET('/api/v1/payment_methods', { params: { query }, signal }))
  },
})

/** The gateways that customers can pay with. */
export const enabledGatewaysQuery = queryOptions({
  queryKey: ['payment_gateways', 'enabled'],
  queryFn: async ({ signal }) => {
    const query = LARGEST_PAGE
    const all = await data(api.GET('/api/v1/payment_gateways', { params: { query }, signal }))
    return all.filter(({ enabled }) => enabled)
  },
})

export const setUp = (gateway: PayableGateway['gateway']) =>
  data(api.POST('/api/v1/payment_methods/setup_intent', { body: { gateway } }))

export async function addMethod(
  body: { setup_intent_id: string } | { setup_token: string } | { token: string },
): Promise<Method> {
  const added = await data(api.POST('/api/v1/payment_methods', { body }))
  await changed()
  return added
}

export async function makeDefault({ id }: Method) {
  await reply(api.PUT('/api/v1/payment_methods/{id}/set_default', { params: { path: { id } } }))
  await changed()
}

export async function removeMethod({ id }: Method) {
  await reply(api.DELETE('/api/v1/payment_methods/{id}', { params: { path: { id } } }))
  await changed()
}

/** Leaves for PayPal, where the person agrees. */
export async function leaveForPaypal() {
  const { setup_token, approval_url } = await setUp('paypal')
  if (!setup_token || !approval_url) throw new Error('PayPal did not say where to continue.')
  sessionStorage.setItem(SETUP_KEY, setup_token)
  window.location.assign(approval_url)
}

/** The setup with which the person returned from PayPal, once. */
export function takePaypalSetup(): string | null {
  const token = sessionStorage.getItem(SETUP_KEY)
  sessionStorage.removeItem(SETUP_KEY)
  return new URLSearchParams(window.location.search).has('setup') ? token : null
}

async function changed() {
  await Promise.all(
    [['payment_methods'], ['billing'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
