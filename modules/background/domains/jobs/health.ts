import { healthy, type Probe, warning } from '@powernode/server/platform/health.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'

const MANY_WAITING = 1000

export const health = {
  async queue({ platform }) {
    const { waiting, dead } = await platform.queue.console.depth()
    if (waiting > MANY_WAITING)
      return warning(`${formatNoun(waiting, 'job')} are waiting for a worker: start more workers`)
    return dead > 0
      ? warning(`${formatNoun(dead, 'job')} failed all attempts: see Admin → Jobs → Dead letters`)
      : healthy
  },
} satisfies Record<string, Probe>
