import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { recordWorkerActivity } from './activity.ts'
import { newToken } from './token.ts'
import { lockWorker, readWorker } from './worker.ts'

const MAX_GRACE_SECONDS = 3600

export const WorkerTokenRotation = Shape('WorkerTokenRotation', {
  grace_period_seconds: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MAX_GRACE_SECONDS,
      description: 'How long the previous token stays valid; if absent, it is invalid at once',
      examples: [300],
    }),
  ),
})

/**
 * Issues a new token; the previous one stays valid until the grace period ends. Another rotation with a grace period is
 * refused meanwhile, because it would end the first one early; a rotation without one ends it. If WORKER_TOKEN sets the
 * token of the installation's own worker, rotation is refused, because the next start would restore the old token.
 */
export async function rotateToken(
  ctx: PlatformCtx,
  id: string,
  input: Static<typeof WorkerTokenRotation>,
) {
  const { grace_period_seconds: seconds = 0 } = input
  const { token, ...stored } = newToken()
  await ctx.transaction(async (tx) => {
    const worker = await lockWorker(tx, id)
    const { token_digest, is_system, previous_token_expires_at: validUntil } = worker
    if (is_system && tx.platform.config.WORKER_TOKEN) {
      throw fail.with(
        'conflict',
        'The token of this worker is WORKER_TOKEN of the server, or worker.token in its data folder: change it there and restart the server',
      )
    }
    if (seconds > 0 && validUntil && validUntil > tx.now()) {
      throw fail.with(
        'invalid_transition',
        `The previous token is valid until ${validUntil.toISOString()}. Wait until then, or rotate without a grace period`,
        { previous_token_expires_at: validUntil.toISOString() },
      )
    }
    await tx.db
      .updateTable('workers')
      .set({
        ...stored,
        token_rotated_at: tx.now(),
        updated_at: tx.now(),
        previous_token_digest: seconds > 0 ? token_digest : null,
        previous_token_expires_at:
          seconds > 0 ? new Date(tx.now().getTime() + seconds * 1000) : null,
      })
      .where('id', '=', id)
      .execute()
    await recordWorkerActivity(tx, id, 'token_rotated', {
      details: { grace_period_seconds: seconds },
    })
    await tx.audit('worker.token_rotated', id, { metadata: { grace_period_seconds: seconds } })
    await tx.forget({ worker: id })
  })
  return { ...(await readWorker(ctx, id)), token }
}
