import { NOT_LISTENING } from '@powernode/server/platform/db/listener.ts'
import { outageOf } from '@powernode/server/platform/db/outages.ts'
import { error, healthy, type Probe, warning } from '@powernode/server/platform/health.ts'
import { diskUsedPercent } from './disk.ts'

const DISK_FULL_PERCENT = 95
const DISK_TIGHT_PERCENT = 85

/** How its parts of the installation are. */
export const health = {
  async database({ platform: { writeProbe, listener } }) {
    await writeProbe.assertWritable().catch((problem: Error) => {
      if (outageOf(problem) !== 'storage') throw problem
      throw new Error(
        `It takes no writes (${problem.message}): free up space, or make it writable again`,
      )
    })
    return listener.connected
      ? healthy
      : warning(`${NOT_LISTENING}. Until then each request reads afresh`)
  },
  async redis({ platform: { redis } }) {
    if (!redis) return { ...healthy, reason: 'Not used: REDIS_URL is not set' }
    const answer = await redis.attempt((client) => client.ping())
    if (answer) return healthy
    return warning('Redis cannot be reached: each server counts rate limits by itself for now')
  },
  async disk({ platform }) {
    const used = await diskUsedPercent(platform.config)
    if (used >= DISK_FULL_PERCENT) return error(`The disk is ${used} % full: free up space`)
    return used >= DISK_TIGHT_PERCENT ? warning(`The disk is ${used} % full`) : healthy
  },
} satisfies Record<string, Probe>
