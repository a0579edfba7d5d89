import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { newWebhookSecret } from './secret.ts'
import { lockWebhook, readWebhook } from './webhook.ts'

const DAY_SECONDS = 86_400

export const WebhookSecretRotation = Shape('WebhookSecretRotation', {
  grace_period_seconds: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 7 * DAY_SECONDS,
      description: 'Seconds for which the previous secret also signs; default: a day',
      examples: [DAY_SECONDS],
    }),
  ),
})

/**
 * Replaces the secret; the previous one also signs until the grace period ends. Another rotation would end the grace
 * period early, so until then only a rotation without a grace period is accepted.
 */
export async function rotateSecret(
  ctx: Ctx,
  id: string,
  input: Static<typeof WebhookSecretRotation>,
) {
  const seconds = input.grace_period_seconds ?? DAY_SECONDS
  const { secret, ...sealed } = newWebhookSecret(ctx)
  await ctx.transaction(async (tx) => {
    const before = await lockWebhook(tx, id)
    const until = before.previous_secret_expires_at
    if (seconds > 0 && until && until > tx.now()) {
      throw fail.with(
        'invalid_transition',
        `The previous secret is valid until ${until.toISOString()}. Wait until then, or rotate without a grace period`,
        { previous_secret_expires_at: until.toISOString() },
      )
    }
    const grace = seconds > 0 && {
      previous_sealed_secret: before.sealed_secret,
      previous_secret_expires_at: new Date(tx.now().getTime() + seconds * 1000),
    }
    await tx
      .own('webhooks')
      .update({
        previous_sealed_secret: null,
        previous_secret_expires_at: null,
        ...grace,
        ...sealed,
        updated_at: tx.now(),
      })
      .where('id', '=', id)
      .execute()
    await tx.audit('webhook.secret_rotated', id, { metadata: { grace_period_seconds: seconds } })
    await tx.emit('webhook.updated', { id, changes: ['secret'] })
  })
  return { ...(await readWebhook(ctx, id)), secret }
}
