import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { signLink } from '@powernode/server/platform/http/signed_link.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'

/** What a link to a file is signed for. */
export const fileLink = (id: string, disposition: string) => ({
  purpose: 'file link',
  subject: [id, disposition],
})

/**
 * A link that shows a file without signing in. It expires at a full hour, so that lists give the same link and browsers can
 * cache what it shows. None for files that nobody can read, and none while impersonating, which it would outlive.
 */
export function linkToFile(
  ctx: Ctx,
  file: { id: string; deleted_at: Date | null; quarantined_at: Date | null },
): string | null {
  const { actor } = ctx
  if (file.deleted_at || file.quarantined_at) return null
  if (actor.kind === 'user' && actor.impersonation) return null
  const hours = Math.ceil(ctx.now().getTime() / HOUR_MS) + 1
  const disposition = 'inline'
  return signLink(ctx, fileLink(file.id, disposition), {
    path: `/files/${file.id}/signed`,
    expiresAt: new Date(hours * HOUR_MS),
    query: { disposition },
  })
}
