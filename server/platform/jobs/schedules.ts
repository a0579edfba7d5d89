import type { JobDefinition } from '@powernode/contract/declare.ts'
import { jobDefinitions as catalogue } from '@powernode/contract/jobs.ts'
import type { PgBoss } from 'pg-boss'

/** Schedules the recurring jobs of the catalogue. If this is the latest version, removes other schedules. */
export async function renewSchedules(boss: PgBoss, isLatest: boolean): Promise<void> {
  for (const { name, key } of isLatest ? await boss.getSchedules() : []) {
    if (!Object.hasOwn(catalogue, key)) await boss.unschedule(name, key)
  }
  for (const [name, job] of Object.entries<JobDefinition>(catalogue)) {
    if (!job.schedule) continue
    await boss.schedule(
      job.queue,
      job.schedule,
      { name, input: {}, account_id: null },
      { key: name },
    )
  }
}
