import {
  freezeRevision,
  listRevisions,
  readRevision,
} from '@powernode/modules/content/domains/revisions/revision.ts'
import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { PageRequest } from '@powernode/server/platform/http/paging.ts'
import type { ContentDocument, DocumentKind } from './document.ts'
import { saveDocument } from './saving.ts'

/** The versions of a document that the caller may read, without their contents. */
export function listVersions(
  ctx: Ctx,
  { type }: Pick<DocumentKind, 'type'>,
  page: PageRequest,
  { id }: { id: string },
) {
  return listRevisions(ctx, page, { type, id })
}

export async function readVersion(
  ctx: Ctx,
  { type }: Pick<DocumentKind, 'type'>,
  { id }: { id: string },
  version: string,
) {
  const { plain_text: _, fields: __, ...found } = await readRevision(ctx, { type, id }, version)
  return found
}

/** Copies the title and content of a version to the working copy, as a new version. What visitors see stays as it is. */
export async function restoreVersion<D extends ContentDocument, View>(
  ctx: Ctx,
  kind: DocumentKind<D, View>,
  key: string,
  version: string,
): Promise<View> {
  const { type } = kind
  const id = await ctx.transaction(async (tx) => {
    const document = await kind.lock(tx, key)
    const { id } = document
    const found = await readRevision(tx, { type, id }, version)
    await freezeRevision(tx, { type, id }, found.version)
    await freezeRevision(tx, { type, id }, document.version)
    const { title, content, rendered_content, plain_text, fields } = found
    const { headings } = fields as { headings: Heading[] }
    const rendered = { html: rendered_content, text: plain_text, headings }
    await saveDocument(tx, kind, document, { title, content } as Partial<D>, rendered)
    await tx.audit(`${type}.restored`, id, { metadata: { version: found.version } })
    return id
  })
  return kind.read(ctx, id)
}
