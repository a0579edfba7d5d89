import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { recordWorkerActivity } from './activity.ts'
import { readWorker, type WorkerStatus } from './worker.ts'

export const WorkerSuspension = Shape('WorkerSuspension', {
  reason: Type.Optional(Text(500, { description: 'Reason, for the record' })),
})

/** Suspends a worker: it gets no jobs, and its leased jobs go to other workers at once. */
export async function suspendWorker(
  ctx: PlatformCtx,
  id: string,
  { reason }: Static<typeof WorkerSuspension>,
) {
  await ctx.transaction(async (tx) => {
    await setStatus(tx, id, 'active', 'suspended')
    // Ends waiting leases before the notification about the released jobs wakes them.
    await tx.forget({ worker: id })
    const released = await tx.release(id)
    await recordWorkerActivity(tx, id, 'suspended', {
      message: reason ?? null,
      details: { released },
    })
    await tx.audit('worker.suspended', id, { metadata: { reason: reason ?? null, released } })
  })
  return readWorker(ctx, id)
}

export async function activateWorker(ctx: PlatformCtx, id: string) {
  await ctx.transaction(async (tx) => {
    await setStatus(tx, id, 'suspended', 'active')
    await recordWorkerActivity(tx, id, 'activated')
    await tx.audit('worker.activated', id)
    await tx.forget({ worker: id })
  })
  return readWorker(ctx, id)
}

async function setStatus(
  tx: PlatformTx,
  id: string,
  previous: Static<typeof WorkerStatus>,
  status: Static<typeof WorkerStatus>,
) {
  const { numUpdatedRows } = await tx.db
    .updateTable('workers')
    .set({ status, updated_at: tx.now() })
    .where('id', '=', id)
    .where('status', '=', previous)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await readWorker(tx, id)
  throw fail.with('invalid_transition', `This worker is already ${status}`)
}
