import { TIMEOUT_MS } from './outcome.ts'
import type { Call, Gateway, GatewayOutcome } from './port.ts'
import { type StripeCredentials, stripeClient } from './stripe_client.ts'
import { stripeConnection } from './stripe_connection.ts'
import { stripeIntents } from './stripe_intents.ts'
import { stripeLists } from './stripe_lists.ts'
import { stripeMethods } from './stripe_methods.ts'
import { stripeFailure } from './stripe_outcomes.ts'
import { stripeRefunds } from './stripe_refunds.ts'

type Client = ReturnType<typeof stripeClient>

/** Stripe, by PaymentIntents. Every failure is an outcome; lists throw. */
export function stripeGateway(credentials: StripeCredentials, timeoutMs = TIMEOUT_MS): Gateway {
  const client = (signal: AbortSignal) => stripeClient(credentials, signal, timeoutMs)

  const call =
    <Request, Result>(
      operation: (client: Client, request: Request, key: string) => Promise<GatewayOutcome<Result>>,
    ) =>
    async (
      request: Request,
      { idempotency_key, signal }: Call,
    ): Promise<GatewayOutcome<Result>> => {
      try {
        return await operation(client(signal), request, idempotency_key)
      } catch (error) {
        return stripeFailure(error, signal)
      }
    }

  return {
    create_customer: call(stripeMethods.create_customer),
    start_setup: call(stripeMethods.start_setup),
    finish_setup: call(stripeMethods.finish_setup),
    attach: call(stripeMethods.attach),
    detach: call(stripeMethods.detach),
    prepare: call(stripeIntents.prepare),
    confirm: call(stripeIntents.confirm),
    capture: call(stripeIntents.capture),
    look_up: call(stripeIntents.look_up),
    cancel: call(stripeIntents.cancel),
    refund: call(stripeRefunds.refund),
    look_up_refund: call(stripeRefunds.look_up_refund),
    test_connection: call(stripeConnection.test_connection),
    ...stripeLists(client),
  }
}
