import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  CreatedByDay,
  dayOfColumn,
  everyDay,
  firstDay,
} from '@powernode/server/platform/http/by_day.ts'
import { Choice, Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

/** With more errors than this in the last day, the health is warning or error. */
const WARNING_ABOVE = 5
const ERROR_ABOVE = 10

/** The current metrics of the installation. */
export const SystemMetrics = Shape('SystemMetrics', {
  total_users: Count('All users'),
  active_users: Count('Users who can sign in'),
  total_accounts: Count('All accounts'),
  active_accounts: Count('Active accounts'),
  suspended_accounts: Count('Suspended accounts'),
  cancelled_accounts: Count('Cancelled accounts'),
  accounts_by_day: CreatedByDay,
  events_today: Count('Events since midnight UTC'),
  system_errors: Count('Errors in the system log of the last 24 hours'),
  system_health: Choice(
    ['healthy', 'warning', 'error'],
    `Error with more than ${ERROR_ABOVE} such errors, warning with more than ${WARNING_ABOVE}`,
  ),
  jobs_waiting: Count('Jobs that wait for a worker'),
  jobs_running: Count('Running jobs'),
  jobs_dead: Count('Dead letters'),
  live_connections: Count('Open WebSocket connections of the process that responds'),
  uptime_seconds: Count('Uptime of the process that responds, in seconds'),
})

type Counted = Omit<
  Static<typeof SystemMetrics>,
  `jobs_${string}` | 'accounts_by_day' | 'live_connections' | 'uptime_seconds' | 'system_health'
>

export async function readSystemMetrics(ctx: Ctx): Promise<Static<typeof SystemMetrics>> {
  const now = ctx.now()
  const midnight = startOfStep(now, DAY_MS)
  const counting = sql<Counted>`
    select u.*, a.*,
      (select count(*) from events where created_at >= ${midnight}) as events_today,
      (select count(*) from system_logs where level in ('error', 'fatal')
        and created_at > ${new Date(now.getTime() - DAY_MS)}) as system_errors
    from (select count(*) as total_users, count(*) filter (where status = 'active') as active_users
      from users) u,
    (select count(*) as total_accounts, count(*) filter (where status = 'active') as active_accounts,
      count(*) filter (where status = 'suspended') as suspended_accounts,
      count(*) filter (where status = 'cancelled') as cancelled_accounts from accounts) a`
  const db = ctx.acrossAccounts('admin.settings.read')
  const [{ rows }, created, jobs] = await Promise.all([
    counting.execute(db),
    db
      .selectFrom('accounts')
      .select([dayOfColumn('created_at').as('date'), sql<number>`count(*)`.as('count')])
      .where('created_at', '>=', firstDay(now))
      .groupBy('date')
      .execute(),
    ctx.platform.queue.console.depth(),
  ])
  const counted = rows[0] as Counted
  const { system_errors: errors } = counted
  return {
    ...counted,
    accounts_by_day: everyDay(created, now),
    system_health: errors > ERROR_ABOVE ? 'error' : errors > WARNING_ABOVE ? 'warning' : 'healthy',
    jobs_waiting: jobs.waiting,
    jobs_running: jobs.running,
    jobs_dead: jobs.dead,
    live_connections: ctx.platform.cable.size,
    uptime_seconds: Math.floor(process.uptime()),
  }
}
