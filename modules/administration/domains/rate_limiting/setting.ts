import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { changesOf, pick, shapeOf } from '@powernode/server/platform/settings/catalogue.ts'
import type { Static } from 'typebox'
import { changeSettings } from '../settings/setting.ts'

export const RateLimits = shapeOf('rate_limiting')
export const RateLimitChanges = changesOf('rate_limiting')

export function readRateLimits({ platform }: Ctx): Static<typeof RateLimits> {
  return pick(platform.settings.values, 'rate_limiting')
}

/** Takes effect with the next request, in every process; open windows continue. */
export async function updateRateLimits(ctx: Ctx, changes: Static<typeof RateLimitChanges>) {
  await changeSettings(ctx, changes)
  return readRateLimits(ctx)
}
