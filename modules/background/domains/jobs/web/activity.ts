import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    job: { noun: 'job' },
  },
  sentences: {
    'job.cancelled': { one: 'cancelled a job', many: 'cancelled {count} jobs' },
    'job.retried': ({ metadata: { queued_count } }, { number }) =>
      queued_count === 1 ? 'retried a failed job' : `retried ${number(queued_count)} failed jobs`,
  },
})
