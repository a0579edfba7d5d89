import { error, healthy, type Probe, warning } from '@powernode/server/platform/health.ts'
import { ageOf, missedBackups, readBackupRecord } from './overdue.ts'

export const health = {
  async backup({ db, platform, now }) {
    const record = await readBackupRecord(db)
    const age = ageOf(record, now())
    if (missedBackups(record, platform.settings.values, now()) > 0) {
      return error(`A backup is overdue. ${age}: see Admin → Backups`)
    }
    if (record.error) return warning(`The last backup failed: ${record.error}`.slice(0, 500))
    if (platform.settings.values.scheduled_backups) return { ...healthy, reason: `${age}.` }
    return { ...healthy, reason: 'Not scheduled: turn on backups under Admin → Backups' }
  },
} satisfies Record<string, Probe>
