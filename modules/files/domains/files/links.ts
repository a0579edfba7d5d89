import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

/** A public document that refers to files. */
export interface LinkingDocument {
  type: 'page' | 'kb_article'
  id: string
}

const ADDRESS = /(?<![\w/])\/f\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi

/**
 * Records which files a public document refers to, as `/f/<id>`: visitors may see these. Files of other accounts are left out.
 * A document that is no longer public has no text.
 */
export async function linkFiles(tx: Tx, document: LinkingDocument, text: string): Promise<void> {
  const ids = [...text.matchAll(ADDRESS)].map(([, id = '']) => id.toLowerCase())
  const subject = { subject_type: document.type, subject_id: document.id }
  await tx
    .own('file_links')
    .delete()
    .where('subject_type', '=', document.type)
    .where('subject_id', '=', document.id)
    .execute()
  if (ids.length === 0) return
  const files = await tx
    .own('files')
    .select()
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    // A file that is deleted at the same time is either deleted or linked.
    .forKeyShare()
    .execute()
  const links = files.map(({ id }) => ({ ...subject, file_id: id }))
  if (links.length > 0) await tx.own('file_links').insert(links).execute()
}

/** Ends the references of documents that are no longer public. */
export async function unlinkFiles(
  tx: Tx,
  type: LinkingDocument['type'],
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .own('file_links')
    .delete()
    .where('subject_type', '=', type)
    .where('subject_id', 'in', ids)
    .execute()
}

/** Throws `in_use` if a public document refers to one of these files. */
export async function requireUnlinked(tx: Tx, ids: string[]): Promise<void> {
  const links = await tx
    .own('file_links')
    .select()
    .select(['subject_type as type', 'subject_id as id'])
    .where('file_id', 'in', ids)
    .limit(20)
    .execute()
  if (links.length === 0) return
  throw fail.with('in_use', 'A published document shows this file. Change the document first', {
    used_by: links,
  })
}
