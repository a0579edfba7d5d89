import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, ListOf, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { QueueRow } from '../jobs/console.ts'
import { OFFLINE_AFTER_SECONDS } from './worker.ts'

export const WorkerStats = Shape('WorkerStats', {
  total_workers: Count('Registered workers'),
  online_workers: Count('Workers that have called within the last two minutes'),
  suspended_workers: Count('Suspended workers'),
  completed_jobs: Count('Jobs completed by registered workers'),
  failed_jobs: Count('Failed attempts of registered workers'),
  success_rate: Nullable(
    Type.Number({ description: 'Percentage of attempts that completed', examples: [99.9] }),
  ),
  waiting_jobs: Count('Jobs that are ready to run'),
  running_jobs: Count('Running jobs'),
  queues: ListOf(QueueRow, { description: 'Every queue' }),
})

/** Statistics of all workers and their queues; queues are counted every two seconds. */
export async function readWorkerStats(ctx: PlatformCtx): Promise<Static<typeof WorkerStats>> {
  const since = new Date(ctx.now().getTime() - OFFLINE_AFTER_SECONDS * 1000)
  const [queues, workers] = await Promise.all([
    ctx.platform.queue.console.counts(),
    ctx.db
      .selectFrom('workers')
      .select([
        sql<number>`count(*)`.as('total_workers'),
        sql<number>`count(*) filter (where last_seen_at > ${since})`.as('online_workers'),
        sql<number>`count(*) filter (where status = 'suspended')`.as('suspended_workers'),
        sql<number>`coalesce(sum(completed_count), 0)::bigint`.as('completed_jobs'),
        sql<number>`coalesce(sum(failed_count), 0)::bigint`.as('failed_jobs'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  const attempts = workers.completed_jobs + workers.failed_jobs
  const sum = (field: 'waiting' | 'running') =>
    queues.reduce((total, queue) => total + queue[field], 0)
  return {
    ...workers,
    success_rate: attempts === 0 ? null : (100 * workers.completed_jobs) / attempts,
    waiting_jobs: sum('waiting'),
    running_jobs: sum('running'),
    queues,
  }
}
