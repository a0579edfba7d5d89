import { succeeded } from './outcome.ts'
import type { PaypalOperation } from './paypal_client.ts'

interface Webhooks {
  webhooks?: { id: string; url: string }[]
}

/** PayPal tells nothing of its seller to these credentials. */
const test_connection: PaypalOperation<'test_connection'> = async (paypal, { webhook_url }) => {
  const { webhooks = [] } = await paypal.get<Webhooks>('/v1/notifications/webhooks')
  return succeeded({
    account_id: null,
    business_name: null,
    country: null,
    currency: null,
    charges_enabled: null,
    payouts_enabled: null,
    webhook_configured: webhooks.some(({ url }) => url === webhook_url),
  })
}

export const paypalConnection = { test_connection }
