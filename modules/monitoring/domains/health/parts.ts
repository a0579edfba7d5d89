import { NOT_LISTENING } from '@powernode/server/platform/db/listener.ts'
import { outageOf } from '@powernode/server/platform/db/outages.ts'
import { error, healthy, type Probe, warning } from '@powernode/server/platform/health.ts'
import { diskUsedPercent } from './disk.ts'

const DISK_FULL_PERCENT = 95
const DISK_TIGHT_PERCENT = 85

export const health = {
  async database({ platform: { writeProbe, listener } }) {
    await writeProbe.assertWritable().catch((problem: Error) => {
      if (outageOf(problem) !== 'storage') throw problem
      throw new Error(
        `It is read-only (${problem.message}): free space, or end its read-only state`,
      )
    })
    return listener.connected
      ? healthy
      : warning(`${NOT_LISTENING}. Until then each request reads from the database`)
  },
  async redis({ platform: { redis } }) {
    if (!redis) return { ...healthy, reason: 'Not used: REDIS_URL is not set' }
    const pong = await redis.attempt((client) => client.ping())
    if (pong) return healthy
    return warning('Redis cannot be reached: each server counts rate limits separately for now')
  },
  async disk({ platform }) {
    const usedPercent = await diskUsedPercent(platform.config)
    if (usedPercent >= DISK_FULL_PERCENT)
      return error(`The disk is ${usedPercent} % full: free space`)
    return usedPercent >= DISK_TIGHT_PERCENT
      ? warning(`The disk is ${usedPercent} % full`)
      : healthy
  },
} satisfies Record<string, Probe>
