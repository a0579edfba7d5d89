import { TIMEOUT_MS, unsupported } from './outcome.ts'
import { type PaypalClient, paypalClient } from './paypal_client.ts'
import { paypalConnection } from './paypal_connection.ts'
import { paypalLists } from './paypal_lists.ts'
import { paypalMethods } from './paypal_methods.ts'
import { paypalOrders } from './paypal_orders.ts'
import { paypalFailure } from './paypal_outcomes.ts'
import { paypalRefunds } from './paypal_refunds.ts'
import type { PaypalCredentials } from './paypal_token.ts'
import type { Call, Gateway, GatewayOutcome } from './port.ts'

/** PayPal, by its vault and orders. Every failure is an outcome; lists throw. */
export function paypalGateway(credentials: PaypalCredentials, timeoutMs = TIMEOUT_MS): Gateway {
  const client = (signal: AbortSignal) => paypalClient(credentials, signal, timeoutMs)

  const call =
    <Request, Result>(
      operation: (
        client: PaypalClient,
        request: Request,
        key: string,
      ) => Promise<GatewayOutcome<Result>>,
    ) =>
    async (
      request: Request,
      { idempotency_key, signal }: Call,
    ): Promise<GatewayOutcome<Result>> => {
      try {
        return await operation(client(signal), request, idempotency_key)
      } catch (error) {
        return paypalFailure(error, signal)
      }
    }

  return {
    create_customer: unsupported,
    start_setup: call(paypalMethods.start_setup),
    finish_setup: call(paypalMethods.finish_setup),
    attach: call(paypalMethods.attach),
    detach: call(paypalMethods.detach),
    prepare: unsupported,
    confirm: call(paypalOrders.confirm),
    capture: call(paypalOrders.capture),
    look_up: call(paypalOrders.look_up),
    cancel: call(paypalOrders.cancel),
    refund: call(paypalRefunds.refund),
    look_up_refund: call(paypalRefunds.look_up_refund),
    test_connection: call(paypalConnection.test_connection),
    ...paypalLists(client),
  }
}
