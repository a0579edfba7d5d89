import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'

const COMPLETE = /^powernode-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/
const PARTIAL = /^powernode-[\dTZ-]+\.backup\.[0-9a-f]+\.part$/

export function fileNameAt(time: Date): string {
  return `powernode-${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`
}

/**
 * Deletes all but the newest `keep` backups of a folder, and incomplete files of killed servers. Deletes nothing else.
 */
export async function deleteOldBackups(folder: string, keep: number): Promise<void> {
  const names = await readdir(folder)
  const surplus = names
    .filter((name) => COMPLETE.test(name))
    .sort()
    .reverse()
    .slice(keep)
  for (const name of surplus) await rm(join(folder, name), { force: true })
  for (const name of names.filter((name) => PARTIAL.test(name))) {
    const written = await stat(join(folder, name)).catch(() => undefined)
    if (written && Date.now() - written.mtimeMs > DAY_MS) await rm(join(folder, name))
  }
}
