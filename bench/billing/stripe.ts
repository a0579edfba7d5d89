import { startChild } from '../children.ts'
import type { Installation } from '../installation.ts'

export const GATEWAY_MS = 50
/** The secret with which simulated payments sign their events. */
export const EVENT_SECRET = 'whsec_double'
const KEY = 'sk_test_double'
const DOUBLE = new URL('../../modules/business/gateways/doubles/process.ts', import.meta.url)

export interface BenchStripe {
  /** A request of the API of Stripe. */
  post(path: string, fields: Record<string, string>): Promise<{ id: string }>
  /** How many requests it received so far, at most a thousand. */
  requestCount(): Promise<number>
}

/** Runs `use` while the installation pays with a double of Stripe that answers after 50 ms. */
export async function withStripe<T>(
  installation: Installation,
  use: (stripe: BenchStripe) => Promise<T>,
): Promise<T> {
  const input = { gateway: 'stripe', latencyMs: GATEWAY_MS }
  const double = await startChild<{ url: string }, unknown>(DOUBLE, input)
  const { url } = double.ready
  try {
    return await withGatewayAt(installation, url, () =>
      use({
        async post(path, fields) {
          const headers = { authorization: `Bearer ${KEY}` }
          const body = new URLSearchParams(fields)
          const reply = await fetch(url + path, { method: 'POST', headers, body })
          if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
          return (await reply.json()) as { id: string }
        },
        async requestCount() {
          const all = await double.request({ method: 'requests', args: [] })
          return (all as unknown[]).length
        },
      }),
    )
  } finally {
    double.stop()
  }
}

/** Runs `use` while the installation takes the server at this URL for Stripe. */
export async function withGatewayAt<T>(
  installation: Installation,
  url: string,
  use: () => Promise<T>,
): Promise<T> {
  await installation.stop()
  // No double of PayPal: its address is not of this machine.
  const PAYPAL_API_BASE = 'https://paypal.invalid'
  await installation.start({ PAYMENTS_SIMULATED: 'true', STRIPE_API_BASE: url, PAYPAL_API_BASE })
  try {
    return await use()
  } finally {
    await installation.stop()
    await installation.start()
  }
}
