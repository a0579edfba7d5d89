import { hourAgo, type Metric } from '@powernode/server/platform/metrics.ts'

export const metrics = {
  jobs_waiting: {
    label: 'Jobs waiting',
    description: 'Jobs in all queues that are ready to run and waiting for a worker',
    unit: 'count',
    read: async ({ platform }) => (await platform.queue.console.depth()).waiting,
  },
  oldest_job_wait_seconds: {
    label: 'Longest wait of a job',
    description: 'How long the oldest job that is ready to run has waited',
    unit: 'seconds',
    async read({ platform }) {
      const queues = await platform.queue.console.counts()
      return Math.max(0, ...queues.map((queue) => queue.oldest_seconds ?? 0))
    },
  },
  jobs_dead: {
    label: 'Dead letters',
    description: 'Failed jobs that have not been retried',
    unit: 'count',
    read: async ({ platform }) => (await platform.queue.console.depth()).dead,
  },
  jobs_failed_per_hour: {
    label: 'New dead letters per hour',
    description: 'Jobs that became dead letters within the last hour',
    unit: 'count',
    read: (ctx) => ctx.platform.queue.console.countDeadLetters(hourAgo(ctx)),
  },
} satisfies Record<string, Metric>
