import { healthy, type Probe, warning } from '@powernode/server/platform/health.ts'

const MANY_WAITING = 1000

export const health = {
  async queue({ platform }) {
    const { waiting, dead } = await platform.queue.console.depth()
    if (waiting > MANY_WAITING)
      return warning(`${waiting} jobs wait for a worker: start more workers`)
    return dead > 0 ? warning(`Dead letters: ${dead}`) : healthy
  },
} satisfies Record<string, Probe>
