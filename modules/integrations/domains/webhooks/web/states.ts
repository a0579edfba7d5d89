import type { Delivery } from './deliveries'
import type { Webhook } from './queries'

/** How a webhook stands, in one word: why nothing comes through wins over that it is switched on. */
export function stateOf({ status, disabled_reason, circuit_status, failing_since }: Webhook) {
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

/** "99.5 %", or a dash where nothing has ended yet. */
export const percent = (rate: number | null) =>
  rate === null ? '–' : `${rate.toLocaleString('en', { maximumFractionDigits: 1 })} %`

export const milliseconds = (time: number | null) =>
  time === null ? '–' : `${Math.round(time).toLocaleString('en')} ms`
