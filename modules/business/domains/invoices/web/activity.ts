import { defineActivity } from '~/activity'

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
    'payment.unmatched': 'received {the object}, which is not what was due',
  },
})
