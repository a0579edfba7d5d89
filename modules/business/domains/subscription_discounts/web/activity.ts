import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    subscription_discount: { noun: 'discount' },
  },
  sentences: {
    'subscription_discount.created': 'applied {the object}',
    'subscription_discount.ended': 'ended {the object}',
  },
})
