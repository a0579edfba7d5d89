import type { Metric } from '@powernode/server/platform/metrics.ts'
import { missedBackups, readBackupRecord } from './overdue.ts'

export const metrics = {
  backups_missed: {
    label: 'Backups missing',
    description: 'Consecutive scheduled backups that have not succeeded',
    unit: 'count',
    async read({ db, platform, now }) {
      return missedBackups(await readBackupRecord(db), platform.settings.values, now())
    },
  },
} satisfies Record<string, Metric>
