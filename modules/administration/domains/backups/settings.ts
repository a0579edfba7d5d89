import { Flag, Nullable, Text } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  backup_interval_hours: setting(
    'backups',
    wholeNumber(1, 168, 24, 'How many hours lie between two of them; 168 for once a week'),
    () => 24,
  ),
  scheduled_backups: setting('backups', Flag('Backups are taken by themselves'), () => false),
  backup_hour: setting(
    'backups',
    wholeNumber(0, 23, 2, 'The hour of the day (UTC) from which the interval is counted'),
    () => 2,
  ),
  backup_folder: setting(
    'backups',
    Nullable(
      Text(500, {
        description: 'Where the files go, an absolute path; null for a folder in the data folder',
        examples: ['/var/backups/powernode'],
      }),
    ),
    () => null,
  ),
  backups_kept: setting(
    'backups',
    wholeNumber(1, 1000, 14, 'How many files are kept; older ones are deleted'),
    () => 14,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'backups/settings': { settings: typeof settings }
  }
}
