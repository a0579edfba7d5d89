import { healthy, type Probe, warning } from '@powernode/server/platform/health.ts'

const MANY_WAITING = 1000

/** How its parts of the installation are. */
export const health = {
  async queue({ platform }) {
    const { waiting, dead } = await platform.queue.console.depth()
    if (waiting > MANY_WAITING) return warning(`${waiting} jobs wait for a worker: start more`)
    return dead > 0 ? warning(`Jobs that were given up: ${dead}`) : healthy
  },
} satisfies Record<string, Probe>
