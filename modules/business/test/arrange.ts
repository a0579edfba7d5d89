import type { TestUser } from '@powernode/server/test/world.ts'
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
