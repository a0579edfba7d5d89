import Stripe from 'stripe'
import type { GatewayOperation, RequestOf, ResultOf } from './operations.ts'
import type { GatewayCredentials, GatewayOutcome } from './port.ts'

export type StripeCredentials = Extract<GatewayCredentials, { gateway: 'stripe' }>

/** One operation, with a client that stops with its call, and the key of the call. */
export type StripeOperation<O extends GatewayOperation> = (
  stripe: Stripe,
  request: RequestOf<O>,
  idempotencyKey: string,
) => Promise<GatewayOutcome<ResultOf<O>>>

/**
 * The official client for one call. Its version of the API is that of the package. It never repeats a request: its HTTP
 * client for Node.js repeats one whose connection closed even without retries, that for `fetch` does not.
 */
export function stripeClient(
  { base_url, secret_key }: StripeCredentials,
  signal: AbortSignal,
  timeout: number,
): Stripe {
  const { protocol, hostname, port } = new URL(base_url)
  const secure = protocol === 'https:'
  return new Stripe(secret_key, {
    protocol: secure ? 'https' : 'http',
    host: hostname,
    port: port || (secure ? 443 : 80),
    maxNetworkRetries: 0,
    timeout,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient((input, init) => {
      const signals = [signal, init?.signal].filter((one) => one instanceof AbortSignal)
      return fetch(input, { ...init, redirect: 'error', signal: AbortSignal.any(signals) })
    }),
  })
}
