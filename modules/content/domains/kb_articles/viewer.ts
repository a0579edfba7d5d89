import { callingUser, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'

/**
 * Whom a view or an opinion counts for: the person, or for visitors a keyed digest of address, browser and day. The address
 * cannot be found out from it.
 */
export function viewerOf(ctx: PlatformCtx): string {
  const userId = callingUser(ctx)?.userId
  const { ip = '', userAgent } = ctx.request ?? {}
  const viewer = userId
    ? `user ${userId}`
    : `visitor ${JSON.stringify([ip, userAgent, dayOf(ctx.realNow())])}`
  return ctx.platform.vault.sign('knowledge base viewer', viewer).toString('base64url')
}

const ROBOTS =
  /bot\b|bot[/;]|crawl|spider|slurp|preview|monitor|scan|headless|curl|wget|python-|go-http|java\/|okhttp|feed/i

/** Whether a request is that of a known robot, or does not say what it is. */
export function isRobot({ request }: PlatformCtx): boolean {
  const { userAgent } = request ?? {}
  return !userAgent || ROBOTS.test(userAgent)
}
