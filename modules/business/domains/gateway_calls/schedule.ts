import { HOUR_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import type { GatewayName } from '../../gateways/port.ts'
import type { CallOperation } from './call.ts'

const DELAYS_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS)

/**
 * For how long a call can be repeated with the same key. Stripe keeps keys for at least 24 hours, PayPal those of orders
 * for 6 and those of the vault for 3.
 */
const KEY_MS: Record<GatewayName, number> = { stripe: 20 * HOUR_MS, paypal: 5 * HOUR_MS }

interface Asked {
  operation: CallOperation
  gateway: GatewayName
  attempt_count: number
  first_asked_at: Date | null
}

/**
 * Stripe answers a key with the same error for a day, so after this many attempts a payment is looked up instead, and what moves
 * no money is asked for under another key.
 */
const SAME_KEY = 2
const movesMoney: readonly CallOperation[] = ['confirm', 'capture', 'refund']

/**
 * The key of the current attempt of a call. Each attempt for money has the same key; what else was done twice, as a payment that
 * is created and never confirmed, is of no use and does no harm.
 */
export function keyOf({
  gateway,
  operation,
  attempt_count,
  idempotency_key,
}: Omit<Asked, 'first_asked_at'> & { idempotency_key: string }): string {
  const isSame = gateway !== 'stripe' || movesMoney.includes(operation) || attempt_count <= SAME_KEY
  return isSame ? idempotency_key : `${idempotency_key}_again_${attempt_count}`
}

/**
 * When a call of unknown outcome is repeated with the same key: after 1, 5, 15 and 60 minutes, then every hour. Undefined if
 * the gateway may no longer know the key, so that repeating the call could charge twice, or if repeating is of no use.
 */
export function nextAskAt(
  { gateway, operation, attempt_count, first_asked_at }: Asked,
  now: Date,
): Date | undefined {
  if (gateway === 'stripe' && operation === 'confirm' && attempt_count >= SAME_KEY) return undefined
  const delay = DELAYS_MS[attempt_count - 1] ?? HOUR_MS
  const next = new Date(now.getTime() + delay)
  const asked = first_asked_at ?? now
  return next.getTime() - asked.getTime() > KEY_MS[gateway] ? undefined : next
}
