import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    subscription: { noun: 'plan' },
    payment_method: { noun: 'payment method' },
  },
  sentences: {
    'subscription.created': 'subscribed to {the object}',
    'subscription.updated': 'changed the subscription to {object}',
    'subscription.activated': 'started the paid subscription to {object} after its trial',
    'subscription.renewed': 'renewed the subscription to {object}',
    'subscription.past_due': 'marked the subscription to {object} as past due',
    'subscription.trial_ending': ({ metadata: { days_left } }, { number }) =>
      `sent a reminder that the trial of {object} ends in ${days_left === 1 ? 'a day' : `${number(days_left)} days`}`,
    'subscription.cancelled': 'cancelled the subscription to {object}',
    'subscription.expired': 'ended the subscription to {object}',
    'payment_method.created': 'added {the object}',
    'payment_method.updated': 'updated {the object}',
    'payment_method.chosen': 'made {object} the default payment method',
    'payment_method.deleted': 'removed {the object}',
  },
})
