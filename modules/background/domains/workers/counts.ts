import type { PlatformTx } from '@powernode/server/platform/db/context.ts'

/** Adds finished jobs to the counts of a worker. */
export async function countEnded(
  tx: PlatformTx,
  workerId: string,
  ended: { failed: boolean }[],
): Promise<void> {
  tx.unaudited('pg-boss records the end of a job')
  const failed = ended.filter((attempt) => attempt.failed).length
  await tx.db
    .updateTable('workers')
    .set((eb) => ({
      completed_count: eb('completed_count', '+', ended.length - failed),
      failed_count: eb('failed_count', '+', failed),
    }))
    .where('id', '=', workerId)
    .execute()
}
