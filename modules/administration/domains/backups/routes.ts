import { resource } from '@powernode/server/platform/http/resource.ts'
import { Backup, BackupFilters, listBackups } from './backup.ts'
import { startBackup } from './running.ts'
import {
  BackupChanges,
  BackupSettings,
  readBackupSettings,
  updateBackupSettings,
} from './setting.ts'

/** Admin → Backups. */
export default resource('/admin/backups', 'Backups of the installation', (r) => {
  r.list(
    '/',
    {
      can: 'admin.backups.read',
      of: Backup,
      query: BackupFilters,
      sorts: ['-started_at'],
      summary: 'List backups and their results',
    },
    ({ ctx, page, query }) => listBackups(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.backups.create',
      notImpersonating: true,
      of: Backup,
      summary: 'Start a backup; it continues after the response',
      says: 'Backup started',
      fails: ['conflict'],
    },
    ({ ctx }) => startBackup(ctx),
  )
  r.get(
    '/settings',
    { can: 'admin.backups.read', of: BackupSettings, summary: 'Get the backup settings' },
    ({ ctx }) => readBackupSettings(ctx),
  )
  r.update(
    '/settings',
    {
      can: 'admin.backups.update',
      notImpersonating: true,
      body: BackupChanges,
      of: BackupSettings,
      summary: 'Change when and where backups are written, and how many files are kept',
      says: 'Backup settings updated',
    },
    ({ ctx, body }) => updateBackupSettings(ctx, body),
  )
})
