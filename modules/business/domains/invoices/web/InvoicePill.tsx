import { StatusPill } from '~/ui/StatusPill'
import type { Invoice } from './queries'

// Elsewhere, something open or void is a problem.
const tones = { open: 'wait', void: 'idle' } as const

/** The status of an invoice, or that it is overdue. */
export function InvoicePill({ invoice }: { invoice: Pick<Invoice, 'status' | 'is_overdue'> }) {
  const { status, is_overdue } = invoice
  if (is_overdue) return <StatusPill state="overdue" />
  if (status !== 'open' && status !== 'void') return <StatusPill state={status} />
  return <StatusPill state={status} tone={tones[status]} />
}
