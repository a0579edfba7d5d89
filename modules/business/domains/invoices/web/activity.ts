import { defineActivity } from '~/activity'
import { formatMoney } from '~/ui/format'

/** "the $29.00 that were due", if the entry says so. */
function amountIn({
  expected_amount_cents: cents,
  expected_currency: currency,
}: Record<string, unknown>) {
  return typeof cents === 'number' && typeof currency === 'string'
    ? `the ${formatMoney(cents, currency)} that were due`
    : null
}

/** What invoices, and what settles them, write to the audit log. */
export default defineActivity({
  types: {
    invoice: { noun: 'invoice', page: '/invoices/$id' },
    credit_note: { noun: 'credit note' },
    payment: { noun: 'payment', page: '/billing/payments/$id' },
  },
  sentences: {
    'invoice.created': 'drafted {the object}',
    'invoice.updated': 'changed {the object}',
    'invoice.finalized': 'issued {the object}',
    'invoice.rendered': 'stored the PDF of {the object}',
    'invoice.paid': 'settled {the object}',
    'invoice.voided': 'voided {the object}',
    'invoice.written_off': 'wrote off {the object}',
    'invoice.balance_written_off': 'wrote off the balance of {the object}',
    'credit_note.created': 'issued {the object}',
    'credit_note.rendered': 'stored the PDF of {the object}',
    'payment.created': 'started {the object}',
    'payment.requires_action': 'was asked to approve {the object}',
    'payment.succeeded': 'received {the object}',
    'payment.failed': 'could not collect {the object}',
    'payment.cancelled': 'cancelled {the object}',
    'payment.unmatched': ({ new_values }) =>
      `received {the object}, which is not ${amountIn(new_values) ?? 'what was due'}`,
    'payment.settled': 'decided what {the object} is for, which was in suspense',
  },
})
