import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { signLink } from '@powernode/server/platform/http/signed_link.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'

/** What a link to a file is signed for. */
export const fileLink = (id: string, disposition: string) => ({
  purpose: 'file link',
  subject: [id, disposition],
})

/**
 * Links with which a file can be read without signing in. They expire at a full hour, so that lists give the same links and
 * browsers can cache what they show. None for files that nobody can read, and none while impersonating, which they would
 * outlive.
 */
export function linksToFile(
  ctx: Ctx,
  {
    id,
    deleted_at,
    quarantined_at,
  }: { id: string; deleted_at: Date | null; quarantined_at: Date | null },
) {
  const { actor } = ctx
  const impersonating = actor.kind === 'user' && actor.impersonation
  if (deleted_at || quarantined_at || impersonating) return { signed: null, signed_download: null }
  const hours = Math.ceil(ctx.now().getTime() / HOUR_MS) + 1
  const expiresAt = new Date(hours * HOUR_MS)
  const link = (disposition: string) =>
    signLink(ctx, fileLink(id, disposition), {
      path: `/files/${id}/signed`,
      expiresAt,
      query: { disposition },
    })
  return { signed: link('inline'), signed_download: link('attachment') }
}
