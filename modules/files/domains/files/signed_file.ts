import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { signLink } from '@powernode/server/platform/http/signed_link.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'

export const thumbnailSizes = ['small', 'medium', 'large'] as const

/** What a link to a file, or to a thumbnail of it, is signed for. */
export const fileLink = (id: string, disposition: string, variant = 'original') => ({
  purpose: 'file link',
  subject: [id, disposition, variant],
})

/**
 * Links with which a file can be read without signing in. They expire at a full hour, so that lists give the same links and
 * browsers can cache what they show. None for files that nobody can read, and none while impersonating, which they would
 * outlive.
 */
export function linksToFile(ctx: Ctx, file: LinkableFile) {
  const { actor } = ctx
  const { id, deleted_at, quarantined_at, has_thumbnails } = file
  const impersonating = actor.kind === 'user' && actor.impersonation
  if (deleted_at || quarantined_at || impersonating) return NO_LINKS
  const hours = Math.ceil(ctx.now().getTime() / HOUR_MS) + 1
  const expiresAt = new Date(hours * HOUR_MS)
  const link = (disposition: string, variant?: string) =>
    signLink(ctx, fileLink(id, disposition, variant), {
      path: `/files/${id}/signed`,
      expiresAt,
      base: ctx.platform.config.filesUrl,
      query: { disposition, ...(variant && { variant }) },
    })
  return {
    signed: link('inline'),
    signed_download: link('attachment'),
    signed_thumbnail: has_thumbnails ? link('inline', 'medium') : null,
  }
}

interface LinkableFile {
  id: string
  deleted_at: Date | null
  quarantined_at: Date | null
  has_thumbnails: boolean
}

const NO_LINKS = { signed: null, signed_download: null, signed_thumbnail: null }
