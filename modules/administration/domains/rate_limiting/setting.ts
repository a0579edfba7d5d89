import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { changesOf, pick, shapeOf } from '@powernode/server/platform/settings/catalogue.ts'
import type { Static } from 'typebox'
import { changeSettings } from '../settings/setting.ts'

export const RateLimits = shapeOf('rate_limiting')
export const RateLimitChanges = changesOf('rate_limiting')

export function readRateLimits({ platform }: Ctx): Static<typeof RateLimits> {
  return pick(platform.settings.values, 'rate_limiting')
}

/** In force for the next request, in every process; windows that are open go on. */
export async function updateRateLimits(ctx: Ctx, changes: Static<typeof RateLimitChanges>) {
  await changeSettings(ctx, changes)
  return readRateLimits(ctx)
}
