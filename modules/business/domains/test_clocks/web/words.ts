import { formatCode } from '~/ui/format'
import type { Happening, TestClock } from './queries'

const DAY_MS = 86_400_000

/** "Invoice paid", "Subscription updated: status", or the subject of a mail. */
export function happeningInWords({
  kind,
  type,
  subject,
  data,
}: Pick<Happening, 'kind' | 'type' | 'subject' | 'data'>) {
  if (kind === 'mail') return `Email “${subject ?? formatCode(type)}”`
  const words = formatCode(type.replaceAll('.', '_'))
  const { changes, status } = data as { changes?: string[]; status?: string }
  const detail = changes ? changes.map(formatCode).join(', ') : status && formatCode(status)
  return detail ? `${words}: ${detail.toLowerCase()}` : words
}

/** The times that a clock can be advanced to with one click. */
export function stepsOf({
  billing_time,
  next_renewal_at,
}: Pick<TestClock, 'billing_time' | 'next_renewal_at'>) {
  return {
    day: new Date(Date.parse(billing_time) + DAY_MS).toISOString(),
    renewal: next_renewal_at,
  }
}
