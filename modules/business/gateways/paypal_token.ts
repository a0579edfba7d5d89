import { createHash } from 'node:crypto'
import { requestJson } from './paypal_request.ts'
import type { GatewayCredentials } from './port.ts'

export type PaypalCredentials = Extract<GatewayCredentials, { gateway: 'paypal' }>

const MARGIN_SECONDS = 60

interface Token {
  access_token: string
  /** Seconds. */
  expires_in: number
}

/** One for each seller: fetched once, also by calls at the same time, and used until shortly before it expires. */
const tokens = new Map<string, { token: Promise<string>; expiresAt: number }>()

/** An access token of the seller. Its request does not stop with the call that caused it, because others wait for it too. */
export function paypalToken(credentials: PaypalCredentials, timeoutMs: number): Promise<string> {
  const seller = sellerOf(credentials)
  const known = tokens.get(seller)
  if (known && known.expiresAt > performance.now()) return known.token
  const entry = { token: Promise.resolve(''), expiresAt: Number.POSITIVE_INFINITY }
  const fetched = async () => {
    try {
      const { access_token, expires_in } = await requestToken(credentials, timeoutMs)
      entry.expiresAt = performance.now() + (expires_in - MARGIN_SECONDS) * 1000
      return access_token
    } catch (error) {
      if (tokens.get(seller) === entry) tokens.delete(seller)
      throw error
    }
  }
  entry.token = fetched()
  tokens.set(seller, entry)
  return entry.token
}

/** Removes a token that PayPal does not accept, unless a newer one took its place. */
export async function forgetToken(credentials: PaypalCredentials, token: string): Promise<void> {
  const seller = sellerOf(credentials)
  const known = tokens.get(seller)
  if ((await known?.token.catch(() => token)) === token && tokens.get(seller) === known) {
    tokens.delete(seller)
  }
}

function requestToken(
  { base_url, client_id, client_secret }: PaypalCredentials,
  timeoutMs: number,
) {
  const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64')
  return requestJson<Token>(`${base_url}/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    headers: { authorization: `Basic ${basic}` },
    signal: AbortSignal.timeout(timeoutMs),
  })
}

/** Without the secret itself, which is not kept. */
const sellerOf = ({ base_url, client_id, client_secret }: PaypalCredentials) =>
  createHash('sha256')
    .update(JSON.stringify([base_url, client_id, client_secret]))
    .digest('base64')
