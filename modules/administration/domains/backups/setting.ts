import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { assembled, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  changesOf,
  fieldsOf,
  pick,
  type SettingsOf,
} from '@powernode/server/platform/settings/catalogue.ts'
import type { Static } from 'typebox'
import { changeSettings } from '../settings/setting.ts'
import { diskFailureReason } from './reason.ts'

const folder_in_use = Text(1000, { description: 'Folder in which this server writes them' })

export const BackupSettings = assembled<SettingsOf<'backups'> & { folder_in_use: string }>(
  'BackupsSettings',
  () => Shape({ ...fieldsOf('backups'), folder_in_use }),
)

export const BackupChanges = changesOf('backups')

export function readBackupSettings(ctx: Ctx): Static<typeof BackupSettings> {
  return { ...pick(ctx.platform.settings.values, 'backups'), folder_in_use: folderOf(ctx) }
}

export async function updateBackupSettings(ctx: Ctx, changes: Static<typeof BackupChanges>) {
  if (changes.backup_folder) await requireWritable(changes.backup_folder)
  await changeSettings(ctx, changes)
  return readBackupSettings(ctx)
}

/** The configured folder, or one in the data folder. */
export function folderOf({ platform: { settings, config } }: PlatformCtx): string {
  return settings.values.backup_folder ?? join(config.POWERNODE_DATA_DIR, 'backups')
}

/** Creates the folder and its parent; other parents must exist. (Below /proc a recursive mkdir never returns.) */
export async function createBackupFolder(folder: string): Promise<void> {
  for (const [path, mode] of [
    [dirname(folder), 0o711],
    [folder, 0o700],
  ] as const) {
    await mkdir(path, { mode }).catch(async (error) => {
      if (!(await stat(path).catch(() => undefined))?.isDirectory()) throw error
    })
  }
}

async function requireWritable(folder: string) {
  const refuse = (reason: string) => fail.invalid({ backup_folder: [reason] })
  if (folder !== folder.trim()) throw refuse('must not start or end with a space or line break')
  if (!isAbsolute(folder)) throw refuse('must be an absolute path')
  try {
    await createBackupFolder(folder)
    await access(folder, constants.W_OK)
  } catch (error) {
    throw refuse(diskFailureReason(error) ?? 'is not writable by this server')
  }
}
