import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'

/**
 * Returns a predicate that tells whether a job is leased to another worker than the caller, of these jobs. A job without a
 * recorded lease is not: the records are lost when PostgreSQL crashes, and the attempt decides then.
 */
export async function leasedToOthers(
  ctx: PlatformCtx,
  jobs: { id: string }[],
): Promise<(job: { id: string }) => boolean> {
  if (ctx.actor.kind !== 'worker' || jobs.length === 0) return () => false
  const rows = await ctx.db
    .selectFrom('job_leases')
    .select('job_id')
    .where(
      'job_id',
      'in',
      jobs.map(({ id }) => id),
    )
    .where('worker_id', '!=', ctx.actor.workerId)
    .execute()
  const others = new Set(rows.map(({ job_id }) => job_id))
  return ({ id }) => others.has(id.toLowerCase())
}
