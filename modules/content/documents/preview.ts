import { renderContent } from '@powernode/modules/content/markdown/rendering.ts'
import { isSignature } from '@powernode/server/platform/crypto/vault.ts'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { Secret, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import type { DocumentKind } from './document.ts'
import { DocumentContent, RenderedContent } from './fields.ts'

export const PreviewRequest = Shape('PreviewRequest', {
  days: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 7,
      description: 'Days until it expires; 7 by default',
      examples: [7],
    }),
  ),
})

export const PreviewLink = Shape('PreviewLink', {
  url: Secret('Shows the current version to anyone who has it', 'https://example.com/p/preview/…'),
  expires_at: Time('When it expires'),
})

/** Makes a link to a version of a document. It ends with the document, not with the rights of its maker. */
export async function createPreview(
  ctx: Ctx,
  { type, previews }: Pick<DocumentKind, 'type' | 'previews'>,
  { id, version }: { id: string; version: number },
  { days = 7 }: Static<typeof PreviewRequest>,
) {
  const expires_at = new Date(ctx.now().getTime() + days * DAY_MS)
  const signed = `${id}.${version}.${expires_at.getTime().toString(36)}`
  const token = `${signed}.${signatureOf(ctx, type, signed).toString('base64url')}`
  await ctx.transaction((tx) =>
    tx.audit(`${type}.preview_created`, id, { metadata: { version, expires_at } }),
  )
  return { url: `${ctx.platform.config.publicUrl}${previews}/${token}`, expires_at }
}

/** The document and version of a link that is valid and has not expired. */
export function openPreview(ctx: PlatformCtx, type: DocumentKind['type'], token: string) {
  const end = token.lastIndexOf('.')
  const signed = token.slice(0, end)
  if (!isSignature(token.slice(end + 1), signatureOf(ctx, type, signed))) return undefined
  const [id = '', version = '', expires = ''] = signed.split('.')
  if (!isId(id) || Number.parseInt(expires, 36) <= ctx.now().getTime()) return undefined
  return { id, version: Number(version) }
}

export const PreviewedContent = Shape('PreviewedContent', { content: DocumentContent })
export const ContentPreview = Shape('ContentPreview', { rendered_content: RenderedContent })

/** Renders Markdown as the public site would, without saving it. */
export async function previewContent(ctx: Ctx, { content }: Static<typeof PreviewedContent>) {
  const { html } = await renderContent(ctx, content)
  return { rendered_content: html }
}

function signatureOf({ platform }: PlatformCtx, type: DocumentKind['type'], signed: string) {
  return platform.vault.sign(`${type} preview link`, signed)
}
