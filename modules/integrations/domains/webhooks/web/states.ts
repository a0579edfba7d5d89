import { defineStates } from '~/states'
import type { Delivery } from './deliveries'
import type { Webhook } from './queries'

/** The displayed state of a webhook. A delivery problem takes precedence over `active`. */
export function webhookState({ status, disabled_reason, circuit_status, failing_since }: Webhook) {
  if (status === 'inactive') return disabled_reason ? 'disabled' : 'inactive'
  if (circuit_status !== 'closed') return 'paused'
  return failing_since ? 'failing' : 'active'
}

export const deliveryState = ({
  status,
  next_retry_at,
}: Pick<Delivery, 'status' | 'next_retry_at'>) =>
  status === 'failed' && next_retry_at ? 'retrying' : status

export default defineStates<ReturnType<typeof webhookState> | ReturnType<typeof deliveryState>>({
  active: 'good',
  failing: 'bad',
  paused: 'wait',
  disabled: 'bad',
  inactive: 'idle',
  pending: 'wait',
  retrying: 'wait',
  successful: { tone: 'good', label: 'Delivered' },
  failed: 'bad',
  max_retries_reached: { tone: 'bad', label: 'Retries exhausted' },
})
