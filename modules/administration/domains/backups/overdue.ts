import type { GlobalTables } from '@powernode/server/platform/db/context.ts'
import type { Reading } from '@powernode/server/platform/db/database.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Settings } from '@powernode/server/platform/settings/catalogue.ts'
import { sql } from 'kysely'

/** How long after its due time a backup counts as missed. */
const OVERDUE_AFTER_MS = HOUR_MS

export type BackupSchedule = Pick<
  Settings,
  'scheduled_backups' | 'backup_interval_hours' | 'backup_hour'
>

/** The history of backups that schedule, health and metrics need. */
export interface BackupRecord {
  /** When the last successful one started. */
  completed_at: Date | null
  /** Why the most recent one failed, if it did. */
  error: string | null
  /** Since when backups have been scheduled. */
  scheduled_since: Date | null
}

export async function readBackupRecord(db: Reading<GlobalTables>): Promise<BackupRecord> {
  const { rows } = await sql<BackupRecord>`select
    (select max(started_at) from backups where status = 'completed') as completed_at,
    (select error from backups where status <> 'running' order by started_at desc, id desc limit 1) as error,
    (select max(created_at) from admin_settings where name = 'scheduled_backups') as scheduled_since`.execute(
    db,
  )
  return rows[0] ?? { completed_at: null, error: null, scheduled_since: null }
}

/** The number of the interval that contains `time`. Intervals are counted from the start hour (UTC). */
export function slotAt(time: Date, { backup_interval_hours, backup_hour }: BackupSchedule): number {
  return Math.floor((time.getTime() / HOUR_MS - backup_hour) / backup_interval_hours)
}

/** How many intervals in a row have had no successful backup; 0 while none are scheduled. */
export function missedBackups(record: BackupRecord, schedule: BackupSchedule, now: Date): number {
  if (!schedule.scheduled_backups) return 0
  const { completed_at, scheduled_since } = record
  const since = Math.max(completed_at?.getTime() ?? 0, scheduled_since?.getTime() ?? 0)
  if (since === 0) return 0
  const due = slotAt(new Date(now.getTime() - OVERDUE_AFTER_MS), schedule)
  return Math.max(0, due - slotAt(new Date(since), schedule))
}

/** The age of the last backup, as text. */
export function ageOf({ completed_at }: BackupRecord, now: Date): string {
  if (!completed_at) return 'None has succeeded yet'
  const hours = Math.round((now.getTime() - completed_at.getTime()) / HOUR_MS)
  if (hours < 1) return 'The last one was taken within the hour'
  return `The last one was taken ${hours === 1 ? 'an hour' : `${hours} hours`} ago`
}
