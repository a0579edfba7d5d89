import type { GatewayOperation, RequestOf, ResultOf } from './operations.ts'
import { PaypalError, requestJson } from './paypal_request.ts'
import { forgetToken, type PaypalCredentials, paypalToken } from './paypal_token.ts'
import type { GatewayOutcome } from './port.ts'

/** One operation, with a client that stops with its call, and the key of the call. */
export type PaypalOperation<O extends GatewayOperation> = (
  paypal: PaypalClient,
  request: RequestOf<O>,
  idempotencyKey: string,
) => Promise<GatewayOutcome<ResultOf<O>>>

export interface PaypalClient {
  get<Answer>(path: string): Promise<Answer>
  /** With the key, a repetition of the same request gets the same answer. */
  post<Answer>(path: string, body: object, key: string): Promise<Answer>
  delete(path: string): Promise<void>
}

export function paypalClient(
  credentials: PaypalCredentials,
  signal: AbortSignal,
  timeoutMs: number,
): PaypalClient {
  /** A token can be revoked before it expires; then the request is sent again with a new one, once. */
  async function send<Answer>(path: string, init: RequestInit, again = true): Promise<Answer> {
    const token = await paypalToken(credentials, timeoutMs)
    try {
      return await requestJson<Answer>(`${credentials.base_url}${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      })
    } catch (error) {
      if (!(error instanceof PaypalError && error.status === 401 && again)) throw error
    }
    await forgetToken(credentials, token)
    return send<Answer>(path, init, false)
  }

  return {
    get: (path) => send(path, {}),
    post: (path, body, key) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          prefer: 'return=representation',
          'paypal-request-id': key,
        },
      }),
    delete: (path) => send(path, { method: 'DELETE' }),
  }
}
