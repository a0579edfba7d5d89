import type { Metric } from '@powernode/server/platform/metrics.ts'
import { diskUsedPercent } from './disk.ts'

/** Figures that alert rules can watch. */
export const metrics = {
  disk_used_percent: {
    label: 'Disk used',
    description: 'How full the disk is that holds the data folder of the server that looks',
    unit: 'percent',
    read: ({ platform }) => diskUsedPercent(platform.config),
  },
  database_requests_waiting: {
    label: 'Requests waiting for the database',
    description: 'Requests that wait for a connection, on the server that looks',
    unit: 'count',
    read: async ({ platform }) => platform.queriesWaiting(),
  },
} satisfies Record<string, Metric>
