import type { Delivery } from './deliveries'
import type { Webhook } from './queries'

/** How a webhook stands, in one word: why nothing comes through wins over that it is switched on. */
export function webhookState({ status, disabled_reason, circuit_status, failing_since }: Webhook) {
  if (status === 'inactive') return disabled_reason ? 'disabled' : 'inactive'
  if (circuit_status !== 'closed') return 'waiting'
  return failing_since ? 'failing' : 'active'
}

const words: Record<Delivery['status'], string> = {
  pending: 'pending',
  successful: 'delivered',
  failed: 'failed',
  max_retries_reached: 'given_up',
}

export const deliveryState = ({ status }: Pick<Delivery, 'status'>) => words[status]
