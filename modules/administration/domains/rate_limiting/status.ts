import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Count,
  Flag,
  Nullable,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'

const MAX_MINUTES = 480
const DEFAULT_MINUTES = 60

export const RateLimitingStatus = Shape('RateLimitingStatus', {
  system_enabled: Flag('Whether the environment enables rate limiting (DISABLE_RATE_LIMITING)'),
  temporarily_disabled: Flag('Whether an administrator has disabled the general limits'),
  effective_status: Choice(['enabled', 'disabled'], 'Whether general limits are enabled now'),
  disabled_until: Nullable(Time('When they are enabled again automatically')),
  remaining_seconds: Nullable(Count('Seconds until then', [1800])),
  last_updated: Time('When this was last changed'),
})

export const RateLimitingPause = Shape('RateLimitingPause', {
  duration_minutes: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_MINUTES,
      default: DEFAULT_MINUTES,
      examples: [DEFAULT_MINUTES],
      description: `For how long, in minutes, at most ${MAX_MINUTES}`,
    }),
  ),
})

export async function readRateLimitingStatus({
  db,
  platform,
  now,
}: Ctx): Promise<Static<typeof RateLimitingStatus>> {
  const row = await db.selectFrom('rate_limiting').selectAll().executeTakeFirstOrThrow()
  const left = (row.disabled_until?.getTime() ?? 0) - now().getTime()
  const { enabled } = platform.limits
  return {
    system_enabled: enabled,
    temporarily_disabled: left > 0,
    effective_status: enabled && left <= 0 ? 'enabled' : 'disabled',
    disabled_until: left > 0 ? row.disabled_until : null,
    remaining_seconds: left > 0 ? Math.ceil(left / 1000) : null,
    last_updated: row.updated_at,
  }
}

/** Disables the general limits for a while, in every process. Those of sign-in stay enabled. */
export async function disableRateLimiting(
  ctx: Ctx,
  { duration_minutes: minutes = DEFAULT_MINUTES }: Static<typeof RateLimitingPause>,
) {
  await ctx.transaction(async (tx) => {
    const now = tx.now()
    const disabled_until = new Date(now.getTime() + minutes * MINUTE_MS)
    await tx.db.updateTable('rate_limiting').set({ disabled_until, updated_at: now }).execute()
    await tx.audit('rate_limiting.disabled', null, { metadata: { duration_minutes: minutes } })
    await tx.refresh('rate_limits')
  })
  return readRateLimitingStatus(ctx)
}

/** Ends that early. Does nothing if they are already enabled. */
export async function enableRateLimiting(ctx: Ctx) {
  await ctx.transaction(async (tx) => {
    const now = tx.now()
    const { numUpdatedRows } = await tx.db
      .updateTable('rate_limiting')
      .set({ disabled_until: null, updated_at: now })
      .where('disabled_until', '>', now)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await tx.audit('rate_limiting.enabled', null)
    await tx.refresh('rate_limits')
  })
  return readRateLimitingStatus(ctx)
}
