import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { error, healthy, type Probe, warning } from '@powernode/server/platform/health.ts'
import { openOperatorsBucket, storageRoot } from './drivers.ts'
import { openLocalDriver } from './local.ts'
import { problemOf } from './testing.ts'

const FULL_PERCENT = 90

export const health = {
  async files({ platform }) {
    const bucket = openOperatorsBucket(platform, 'health')
    if (bucket) {
      const problem = await problemOf(bucket)
      if (problem) return error(`${problem}: see S3_BUCKET`)
    }
    const root = storageRoot(platform)
    const problem = await problemOf(openLocalDriver(root, join(root, 'health')))
    if (problem) return error(`${problem}: see STORAGE_ROOT (${root})`)
    const { blocks, bavail } = await statfs(root)
    const percent = Math.floor(100 * (1 - bavail / blocks))
    if (percent >= FULL_PERCENT) return warning(`The disk for files is ${percent}% full: ${root}`)
    return { ...healthy, reason: `The disk for files is ${percent}% full.` }
  },
} satisfies Record<string, Probe>
