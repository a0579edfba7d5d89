import { formatCode } from '~/ui/format'
import type { TestClock, TimelineEntry } from './queries'

const DAY_MS = 86_400_000

/** "Invoice paid", "Subscription renewed", or the subject of a mail. */
export function happenedInWords({ kind, type, subject, data }: Happened): string {
  if (kind === 'mail') return `Email “${subject ?? formatCode(type)}”`
  if (type === 'subscription.updated') return updateInWords(data)
  return formatCode(type.replaceAll('.', '_'))
}

type Happened = Pick<TimelineEntry, 'kind' | 'type' | 'subject' | 'data'>

function updateInWords({ changes = [], status }: { changes?: string[]; status?: string }): string {
  if (status && changes.includes('status')) return `Subscription is ${words(status)}`
  if (changes.includes('current_period_start')) return 'Subscription renewed'
  return `Subscription changed: ${changes.map((name) => words(name.replace(/_id$/, ''))).join(', ')}`
}

const words = (code: string) => formatCode(code).toLowerCase()

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
