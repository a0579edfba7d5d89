import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    subscription: { noun: 'plan' },
    payment_method: { noun: 'payment method' },
    dunning: { noun: 'overdue invoice' },
  },
  sentences: {
    'subscription.created': 'subscribed to {the object}',
    'subscription.updated': 'changed the subscription to {object}',
    'subscription.activated': 'activated the subscription to {object}',
    'subscription.renewed': 'renewed the subscription to {object}',
    'subscription.past_due': 'marked the subscription to {object} as past due',
    'subscription.unpaid': 'marked the subscription to {object} as unpaid',
    'subscription.paused': 'paused the subscription to {object}',
    'subscription.resumed': 'resumed the subscription to {object}',
    'subscription.suspended': 'suspended the subscription to {object}',
    'subscription.change_scheduled': 'scheduled a change of {the object} for the end of its period',
    'subscription.renewal_reminded': ({ metadata: { days_left } }, { number }) =>
      `sent a reminder that {object} renews in ${days_left === 1 ? 'a day' : `${number(days_left)} days`}`,
    'subscription.trial_ending': ({ metadata: { days_left } }, { number }) =>
      `sent a reminder that the trial of {object} ends in ${days_left === 1 ? 'a day' : `${number(days_left)} days`}`,
    'subscription.cancelled': 'cancelled the subscription to {object}',
    'subscription.expired': 'ended the subscription to {object}',
    'payment_method.created': 'added {the object}',
    'payment_method.updated': 'updated {the object}',
    'payment_method.chosen': 'made {object} the default payment method',
    'payment_method.deleted': 'removed {the object}',
    'payment_method.expiring': 'sent a reminder that {object} expires',
    'dunning.started': 'could not collect {the object}',
    'dunning.attempted': 'tried to collect {the object} again',
    'dunning.reminded': 'sent a reminder of {the object}',
    'dunning.closed': ({ new_values: { status } }) =>
      status === 'recovered' ? 'received the payment of {the object}' : 'gave up {the object}',
  },
})
