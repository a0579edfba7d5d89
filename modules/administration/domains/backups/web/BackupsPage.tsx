import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCan, useMe } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { type Field, SettingsForm } from '~/ui/SettingsForm'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import { BackupList } from './BackupList'
import { type BackupSettings, backupSettingsQuery, changeBackupSettings } from './queries'

type Values = Omit<BackupSettings, 'folder_in_use'>

const fields = (settings: BackupSettings): Field<keyof Values>[] => [
  {
    name: 'scheduled_backups',
    label: 'Take backups by schedule',
    help: 'The first one is taken within a minute. An alert tells you when one is missing.',
  },
  {
    name: 'backup_interval_hours',
    label: 'Interval',
    help: '24 is once a day, 168 once a week.',
    unit: 'hours',
    bounds: [1, 168],
  },
  {
    name: 'backup_hour',
    label: 'Starting hour',
    help: 'In UTC; the interval is counted from it.',
    bounds: [0, 23],
  },
  {
    name: 'backup_folder',
    label: 'Folder',
    help: `An absolute path on the server; with several servers one that all of them share. In use: ${settings.folder_in_use}`,
  },
  {
    name: 'backups_kept',
    label: 'Files kept',
    help: 'Older files are deleted.',
    unit: 'files',
    bounds: [1, 1000],
  },
]

/** When this installation backs itself up, and what became of the last backups. */
export function BackupsPage() {
  const settings = useQuery(backupSettingsQuery)
  const impersonating = useMe().impersonator !== null
  const disabled = !useCan('admin.backups.update') || impersonating
  return (
    <SettingsLayout title="Backups">
      <BackupList />
      <SettingsSection
        title="Schedule"
        description="The master key is in no backup. Keep it elsewhere: nothing can be restored without it."
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
