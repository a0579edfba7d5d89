import { hourAgo, type Metric } from '@powernode/server/platform/metrics.ts'

/** Figures that alert rules can watch. */
export const metrics = {
  jobs_waiting: {
    label: 'Jobs waiting',
    description: 'Jobs that could run now and wait for a worker, in all queues',
    unit: 'count',
    read: async ({ platform }) => (await platform.queue.console.depth()).waiting,
  },
  oldest_job_wait_seconds: {
    label: 'Longest wait of a job',
    description: 'How long the job that has waited longest could have run already',
    unit: 'seconds',
    async read({ platform }) {
      const queues = await platform.queue.console.counts()
      return Math.max(0, ...queues.map((queue) => queue.oldest_seconds ?? 0))
    },
  },
  jobs_dead: {
    label: 'Jobs given up',
    description: 'Jobs among the dead letters, which nobody has queued again',
    unit: 'count',
    read: async ({ platform }) => (await platform.queue.console.depth()).dead,
  },
  jobs_failed_per_hour: {
    label: 'Jobs given up in an hour',
    description: 'Jobs that came among the dead letters within the last hour',
    unit: 'count',
    read: (ctx) => ctx.platform.queue.console.countDeadLetters(hourAgo(ctx)),
  },
} satisfies Record<string, Metric>
