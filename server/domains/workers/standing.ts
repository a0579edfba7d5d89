import { type Static, Type } from 'typebox'
import type { PlatformCtx, PlatformTx } from '../../platform/db/context.ts'
import { fail } from '../../platform/http/fail.ts'
import { Shape, Text } from '../../platform/http/shapes.ts'
import { releaseLeases } from '../jobs/lease.ts'
import { note } from './activity.ts'
import { newToken } from './token.ts'
import { lockWorker, readWorker, type WorkerStatus } from './worker.ts'

const MAX_GRACE_SECONDS = 3600

export const Grace = Shape({
  grace_period_seconds: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MAX_GRACE_SECONDS,
      description: 'How long the token before works as well; not at all when left out',
      examples: [300],
    }),
  ),
})

export const Reason = Shape({
  reason: Type.Optional(Text(500, { description: 'Why, for the record' })),
})

/** From now on it gets nothing, and what it has in hand goes to others at once. */
export async function suspendWorker(
  ctx: PlatformCtx,
  id: string,
  { reason }: Static<typeof Reason>,
) {
  await ctx.transaction(async (tx) => {
    await setStatus(tx, id, 'active', 'suspended')
    const released = await releaseLeases(tx, id)
    await note(tx, id, 'suspended', { message: reason ?? null, details: { released } })
    await tx.audit('worker.suspended', id, { metadata: { reason: reason ?? null, released } })
    await tx.forget({ worker: id })
  })
  return readWorker(ctx, id)
}

export async function activateWorker(ctx: PlatformCtx, id: string) {
  await ctx.transaction(async (tx) => {
    await setStatus(tx, id, 'suspended', 'active')
    await note(tx, id, 'activated')
    await tx.audit('worker.activated', id)
    await tx.forget({ worker: id })
  })
  return readWorker(ctx, id)
}

/** A new token at once; the one before works as well until the grace period is over. */
export async function rotateToken(ctx: PlatformCtx, id: string, input: Static<typeof Grace>) {
  const { grace_period_seconds: seconds = 0 } = input
  const { token, ...stored } = newToken()
  await ctx.transaction(async (tx) => {
    const { token_digest } = await lockWorker(tx, id)
    await tx.db
      .updateTable('workers')
      .set({
        ...{ ...stored, token_rotated_at: tx.now(), updated_at: tx.now() },
        previous_token_digest: seconds > 0 ? token_digest : null,
        previous_token_expires_at:
          seconds > 0 ? new Date(tx.now().getTime() + seconds * 1000) : null,
      })
      .where('id', '=', id)
      .execute()
    await note(tx, id, 'token_rotated', { details: { grace_period_seconds: seconds } })
    await tx.audit('worker.token_rotated', id, { metadata: { grace_period_seconds: seconds } })
    await tx.forget({ worker: id })
  })
  return { ...(await readWorker(ctx, id)), token }
}

async function setStatus(
  tx: PlatformTx,
  id: string,
  from: Static<typeof WorkerStatus>,
  status: Static<typeof WorkerStatus>,
) {
  const { numUpdatedRows } = await tx.db
    .updateTable('workers')
    .set({ status, updated_at: tx.now() })
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await readWorker(tx, id)
  throw fail.with('invalid_transition', `This worker is ${status} already`)
}
