import type { Data } from '~/api'
import { defineStates } from '~/states'
import type { Invoice } from './queries'

type Payment = Data<'/api/v1/payments', 'get'>[number]

/** The displayed state of an invoice. Elsewhere, something open or void is a problem. */
export function invoiceState({ status, is_overdue }: Pick<Invoice, 'status' | 'is_overdue'>) {
  if (is_overdue) return 'overdue'
  if (status === 'open') return 'invoice_open'
  return status === 'void' ? 'invoice_void' : status
}

export default defineStates<ReturnType<typeof invoiceState> | Payment['status']>({
  draft: 'idle',
  invoice_open: { tone: 'info', label: 'Open' },
  overdue: 'bad',
  paid: 'good',
  invoice_void: { tone: 'idle', label: 'Void' },
  uncollectible: 'bad',
  // Payments
  pending: 'wait',
  processing: 'info',
  requires_action: 'wait',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'idle',
  partially_refunded: 'idle',
  refunded: 'idle',
})
