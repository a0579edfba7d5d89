import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    coupon: { noun: 'coupon' },
  },
  sentences: {
    'coupon.created': 'added {the object}',
    'coupon.updated': 'changed {the object}',
    'coupon.deleted': 'deleted {the object}',
  },
})
