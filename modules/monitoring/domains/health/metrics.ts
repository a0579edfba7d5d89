import type { Metric } from '@powernode/server/platform/metrics.ts'
import { diskUsedPercent } from './disk.ts'

export const metrics = {
  disk_used_percent: {
    label: 'Disk used',
    description:
      'Used space on the disk with the data folder, on the server that evaluates the rule',
    unit: 'percent',
    read: ({ platform }) => diskUsedPercent(platform.config),
  },
  database_requests_waiting: {
    label: 'Requests waiting for the database',
    description:
      'Requests that wait for a database connection, on the server that evaluates the rule',
    unit: 'count',
    read: async ({ platform }) => platform.queriesWaiting(),
  },
} satisfies Record<string, Metric>
