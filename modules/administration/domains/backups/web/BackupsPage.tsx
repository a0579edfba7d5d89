import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCanUnlessImpersonating } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { type Field, SettingsForm } from '~/ui/SettingsForm'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import { BackupList } from './BackupList'
import { type BackupSettings, backupSettingsQuery, changeBackupSettings } from './queries'

type Values = Omit<BackupSettings, 'folder_in_use'>

const fields = (settings: BackupSettings): Field<keyof Values>[] => [
  {
    name: 'scheduled_backups',
    label: 'Scheduled backups',
    help: 'The first backup starts within a minute. An alert is triggered if a backup is missed.',
  },
  {
    name: 'backup_interval_hours',
    label: 'Interval',
    help: '24 hours is daily, 168 hours is weekly.',
    unit: 'hours',
    bounds: [1, 168],
  },
  {
    name: 'backup_hour',
    label: 'Start hour',
    help: 'The hour (UTC) of the first backup. Later ones follow at the interval.',
    bounds: [0, 23],
  },
  {
    name: 'backup_folder',
    label: 'Folder',
    help: `An absolute path on the server. With several servers, use a shared folder. Currently: ${settings.folder_in_use}`,
  },
  {
    name: 'backup_files',
    label: 'Include stored files',
    help: 'The files on the disk of the server. Those in buckets are never part of a backup.',
  },
  {
    name: 'backups_kept',
    label: 'Backups to keep',
    help: 'Older files are deleted.',
    unit: 'files',
    bounds: [1, 1000],
  },
]

/** The latest backups and the backup schedule. */
export function BackupsPage() {
  const settings = useQuery(backupSettingsQuery)
  const disabled = !useCanUnlessImpersonating('admin.backups.update')
  return (
    <SettingsLayout title="Backups">
      <BackupList />
      <SettingsSection
        title="Schedule"
        description="Backups do not include the master key. Keep it separately: a backup cannot be restored without it."
      >
        {settings.isPending && <Skeleton height={380} aria-busy="true" />}
        {settings.error && !settings.data && (
          <LoadError error={settings.error} retry={() => void settings.refetch()} />
        )}
        {settings.data && (
          <SettingsForm<Values>
            fields={fields(settings.data)}
            values={settings.data}
            disabled={disabled}
            save={changeBackupSettings}
          />
        )}
      </SettingsSection>
    </SettingsLayout>
  )
}
