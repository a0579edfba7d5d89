import type { Static } from 'typebox'
import type { Ctx } from '../../platform/db/context.ts'
import { Changes } from '../../platform/http/shapes.ts'
import { pick, rateLimitSettings, shapeOf } from '../../platform/settings/catalogue.ts'
import { changeSettings } from '../admin_settings/setting.ts'

export const RateLimits = shapeOf(rateLimitSettings)
export const RateLimitChanges = Changes(RateLimits)

export function readRateLimits({ platform }: Ctx): Static<typeof RateLimits> {
  return pick(platform.settings.values, rateLimitSettings)
}

/** In force for the next request, in every process; windows that are open go on. */
export async function updateRateLimits(ctx: Ctx, changes: Static<typeof RateLimitChanges>) {
  await changeSettings(ctx, changes)
  return readRateLimits(ctx)
}
