import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { recordWorkerActivity } from './activity.ts'
import { newToken } from './token.ts'
import { lockWorker, readWorker } from './worker.ts'

const MAX_GRACE_SECONDS = 3600

export const Grace = Shape('WorkerTokenRotation', {
  grace_period_seconds: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MAX_GRACE_SECONDS,
      description: 'How long the token before works as well; not at all when left out',
      examples: [300],
    }),
  ),
})

/**
 * A new token at once; the one before works as well until the grace period is over. While one is running there is no
 * other, which would end it early; to end it is what a rotation without a grace period is for. The token of the
 * installation's own worker is the server's setting where it has one, and would be that again at the next start.
 */
export async function rotateToken(ctx: PlatformCtx, id: string, input: Static<typeof Grace>) {
  const { grace_period_seconds: seconds = 0 } = input
  const { token, ...stored } = newToken()
  await ctx.transaction(async (tx) => {
    const worker = await lockWorker(tx, id)
    const { token_digest, is_system, previous_token_expires_at: until } = worker
    if (is_system && tx.platform.config.WORKER_TOKEN) {
      throw fail.with(
        'conflict',
        'The token of this worker is WORKER_TOKEN of the server, or worker.token in its data folder: change it there and restart the server',
      )
    }
    if (seconds > 0 && until && until > tx.now()) {
      throw fail.with(
        'invalid_transition',
        `The token before works until ${until.toISOString()}. Wait until then, or rotate without a grace period`,
        { previous_token_expires_at: until.toISOString() },
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
