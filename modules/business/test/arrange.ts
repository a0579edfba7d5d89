import { type TestUser, world } from '@powernode/server/test/world.ts'
import { storePaymentMethod } from '../domains/payment_methods/payment_method.ts'

let count = 0

/** Creates a plan as an administrator: free and public by default. */
export async function makePlan(admin: TestUser, fields: object = {}) {
  count++
  const name = `Plan ${count} of ${admin.id.slice(-6)}`
  const limits = { max_users: 999, max_api_keys: 999, max_webhooks: 999 }
  const { data } = await admin.post('/plans', { name, price_cents: 0, limits, ...fields })
  return data as { id: string; name: string; slug: string }
}

/** A card as a gateway would describe it. */
export function cardOf(owner: string, fields: object = {}) {
  return {
    ...({ gateway: 'stripe', payment_type: 'card', brand: 'visa', last_four: '4242' } as const),
    exp_month: 12,
    exp_year: 2099,
    cardholder_name: 'Olive Owner',
    external_id: `pm_${owner}`,
    ...fields,
  }
}

/** Stores a card of an account, as the gateway integration will. */
export function attachCard(user: TestUser, fields: object = {}, makeDefault = false) {
  return user.ctx.transaction((tx) => storePaymentMethod(tx, cardOf(user.id, fields), makeDefault))
}

/** Drafts an invoice of an account as an administrator: one line of 29.00 by default. */
export async function draftInvoice(admin: TestUser, buyer: TestUser, fields: object = {}) {
  const lines = [{ description: 'Setup', quantity: 1, unit_amount_cents: 2900 }]
  const body = { account_id: buyer.accountId, lines, ...fields }
  return (await admin.post('/admin/invoices', body)).data as { id: string; invoice_number: string }
}

/** The same, issued. */
export async function issueInvoice(admin: TestUser, buyer: TestUser, fields: object = {}) {
  const { id } = await draftInvoice(admin, buyer, fields)
  return (await admin.post(`/admin/invoices/${id}/finalize`)).data
}

/** An administrator of an account of their own, and an owner who buys. */
export async function marketplace() {
  const here = await world()
  const admin = await (await world()).join('owner', 'admin')
  const setTax = (fields: object) =>
    admin.patch(`/admin/billing_profiles/${here.owner.accountId}`, fields)
  const grant = (amount_cents: number, fields: object = {}) =>
    admin.post('/admin/credit_grants', {
      ...{ account_id: here.owner.accountId, amount_cents, reason: 'Sorry' },
      ...fields,
    })
  const act = (name: string, { id }: { id: string }, body?: object) =>
    admin.post(`/admin/invoices/${id}/${name}`, body)
  return { ...here, admin, setTax, grant, act }
}
