import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    page: { noun: 'page', page: '/pages/$id' },
  },
  sentences: {
    'page.created': 'wrote {the object}',
    'page.updated': { one: 'changed {the object}', many: 'changed {the object} {count} times' },
    'page.restored': 'restored an earlier version of {the object}',
    'page.published': 'published {the object}',
    'page.unpublished': 'unpublished {the object}',
    'page.scheduled': 'scheduled {the object}',
    'page.unscheduled': 'ended the schedule of {the object}',
    'page.publish_failed': 'could not publish {the object} as scheduled',
    'page.preview_created': 'shared a preview of {the object}',
    'page.deleted': 'deleted {the object}',
    'page.taken_down': 'took down {the object}',
    'page.reinstated': 'allowed {the object} to be published again',
  },
})
