import {
  callingUser,
  isInAccount,
  type PlatformCtx,
} from '@powernode/server/platform/db/context.ts'

/** Whether the caller moderates comments on the articles of an account. Permissions in another account do not count. */
export function isModeratorOf(ctx: PlatformCtx, accountId: string): boolean {
  return permissionsIn(ctx, accountId)?.has('kb_comments.moderate') === true
}

/** Whether comments of the caller are shown at once there: they moderate them, or write the articles. */
export function isTrustedBy(ctx: PlatformCtx, accountId: string): boolean {
  return (
    isModeratorOf(ctx, accountId) ||
    permissionsIn(ctx, accountId)?.has('kb_articles.update') === true
  )
}

function permissionsIn(ctx: PlatformCtx, accountId: string) {
  return isInAccount(ctx) && ctx.account.id === accountId
    ? callingUser(ctx)?.permissions
    : undefined
}
