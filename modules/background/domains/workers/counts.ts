import type { PlatformTx } from '@powernode/server/platform/db/context.ts'

/** Adds finished jobs to the counts of a worker. */
export async function countEnded(
  tx: PlatformTx,
  workerId: string,
  completed: number,
  failed: number,
): Promise<void> {
  await tx.db
    .updateTable('workers')
    .set((eb) => ({
      completed_count: eb('completed_count', '+', completed),
      failed_count: eb('failed_count', '+', failed),
    }))
    .where('id', '=', workerId)
    .execute()
}
