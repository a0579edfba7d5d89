import { succeeded } from './outcome.ts'
import type { StripeOperation } from './stripe_client.ts'

const MAX_NAME = 255

const test_connection: StripeOperation<'test_connection'> = async (stripe, { webhook_url }) => {
  const account = await stripe.accounts.retrieveCurrent()
  let webhook_configured = false
  for await (const { url, status } of stripe.webhookEndpoints.list({ limit: 100 })) {
    webhook_configured ||= url === webhook_url && status === 'enabled'
  }
  return succeeded({
    account_id: account.id,
    business_name: account.business_profile?.name?.slice(0, MAX_NAME) ?? null,
    country: account.country ?? null,
    currency: account.default_currency?.toUpperCase() ?? null,
    charges_enabled: account.charges_enabled,
    payouts_enabled: account.payouts_enabled,
    webhook_configured,
  })
}

export const stripeConnection = { test_connection }
