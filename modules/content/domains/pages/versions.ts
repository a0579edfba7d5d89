import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { PageRequest } from '@powernode/server/platform/http/paging.ts'
import { savePage } from './editing.ts'
import { lockPage, readPage, readPageVersion } from './page.ts'
import { freezeRevision, listRevisions, readRevision } from './revision.ts'

/** The versions of a page, without their contents. */
export async function listVersions(ctx: Ctx, page: PageRequest, id: string) {
  await readPageVersion(ctx, id)
  return listRevisions(ctx, page, { type: 'page', id })
}

export async function readVersion(ctx: Ctx, id: string, version: string) {
  await readPageVersion(ctx, id)
  const {
    plain_text: _,
    fields: __,
    ...found
  } = await readRevision(ctx, { type: 'page', id }, version)
  return found
}

/** Copies the title and content of a version to the working copy, as a new version. What visitors see stays as it is. */
export async function restoreVersion(ctx: Ctx, id: string, version: string) {
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    const subject = { type: 'page', id } as const
    const found = await readRevision(tx, subject, version)
    await freezeRevision(tx, subject, found.version)
    await freezeRevision(tx, subject, page.version)
    const { title, content, rendered_content, plain_text, fields } = found
    const { headings } = fields as { headings: Heading[] }
    const rendered = { html: rendered_content, text: plain_text, headings }
    await savePage(tx, page, { title, content }, rendered)
    await tx.audit('page.restored', id, { metadata: { version: found.version } })
  })
  return readPage(ctx, id)
}
