import { error, healthy, type Probe } from '@powernode/server/platform/health.ts'
import { OFFLINE_AFTER_SECONDS } from './worker.ts'

export const health = {
  async worker({ db, now }) {
    const { seen } = await db
      .selectFrom('workers')
      .select(({ fn }) => fn.max('last_seen_at').as('seen'))
      .where('status', '=', 'active')
      .executeTakeFirstOrThrow()
    if (!seen) return error('No worker has connected yet: start one with `powernode worker`')
    const seconds = Math.round((now().getTime() - seen.getTime()) / 1000)
    if (seconds <= OFFLINE_AFTER_SECONDS) return healthy
    return error(
      `No worker has contacted the server for ${seconds} seconds: start one with \`powernode worker\``,
    )
  },
} satisfies Record<string, Probe>
