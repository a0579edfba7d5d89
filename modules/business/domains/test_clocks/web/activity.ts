import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    test_clock: { noun: 'test clock' },
  },
  sentences: {
    'test_clock.created': 'gave the account {the object}',
    'test_clock.advanced': 'advanced {the object}',
    'test_clock.failed': 'could not advance {the object}',
    'test_clock.deleted': 'removed {the object}',
  },
})
