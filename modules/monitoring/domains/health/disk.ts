import { statfs } from 'node:fs/promises'
import type { Config } from '@powernode/server/config.ts'

/** Used space on the disk of the data folder, in whole percent. */
export async function diskUsedPercent({ POWERNODE_DATA_DIR }: Config): Promise<number> {
  const { bavail, blocks } = await statfs(POWERNODE_DATA_DIR).catch(() => statfs('.'))
  return Math.round((1 - bavail / blocks) * 100)
}
