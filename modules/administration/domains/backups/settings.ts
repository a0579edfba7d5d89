import { Flag, Nullable, Text } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that an administrator can change at run time. */
export const settings = {
  backup_interval_hours: setting(
    'backups',
    wholeNumber(1, 168, 24, 'Hours between two backups; 168 for weekly'),
    () => 24,
  ),
  scheduled_backups: setting('backups', Flag('Whether backups are scheduled'), () => false),
  backup_hour: setting(
    'backups',
    wholeNumber(0, 23, 2, 'Hour of the day (UTC) from which the interval is counted'),
    () => 2,
  ),
  backup_folder: setting(
    'backups',
    Nullable(
      Text(500, {
        description:
          'Absolute path of the folder for the files; null for a folder in the data folder',
        examples: ['/var/backups/powernode'],
      }),
    ),
    () => null,
  ),
  backup_files: setting(
    'backups',
    Flag('Whether they contain the files that are stored on the disk of the server'),
    () => true,
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
