import type { Delivery } from './deliveries'
import type { Webhook } from './queries'

/** The displayed state of a webhook. A delivery problem takes precedence over `active`. */
export function webhookState({ status, disabled_reason, circuit_status, failing_since }: Webhook) {
  if (status === 'inactive') return disabled_reason ? 'disabled' : 'inactive'
  if (circuit_status !== 'closed') return 'paused'
  return failing_since ? 'failing' : 'active'
}

const states: Record<Delivery['status'], string> = {
  pending: 'pending',
  successful: 'delivered',
  failed: 'failed',
  max_retries_reached: 'retries_exhausted',
}

export const deliveryState = ({
  status,
  next_retry_at,
}: Pick<Delivery, 'status' | 'next_retry_at'>) =>
  status === 'failed' && next_retry_at ? 'retrying' : states[status]
