import type { DeliveryDetail } from './deliveries'

/**
 * A shell command that sends the delivery again with a valid signature. It reads the signing secret from
 * `WEBHOOK_SECRET`, so that the secret is neither shown nor copied.
 */
export function curlOf({ event_id, payload, webhook }: CurlInput): string {
  return `body=${quote(JSON.stringify(payload))}
timestamp=$(date +%s)
key=$(printf %s "\${WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')
signature=$(printf %s "${event_id}.$timestamp.$body" |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
curl -i ${quote(webhook.url)} \\
  -H 'content-type: application/json' \\
  -H 'user-agent: ${USER_AGENT}' \\
  -H 'webhook-id: ${event_id}' \\
  -H "webhook-timestamp: $timestamp" \\
  -H "webhook-signature: v1,$signature" \\
  --data-binary "$body"
`
}

type CurlInput = Pick<DeliveryDetail, 'event_id' | 'payload'> & { webhook: { url: string } }

/** The user agent of every delivery. */
export const USER_AGENT = 'Powernode-Webhook/1.0'

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
