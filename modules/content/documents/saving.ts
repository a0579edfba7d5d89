import { isDeepStrictEqual } from 'node:util'
import { saveRevision } from '@powernode/modules/content/domains/revisions/revision.ts'
import type { Rendered } from '@powernode/modules/content/markdown/render.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { broadcastSaved } from './broadcasts.ts'
import type { ContentDocument, DocumentColumns, DocumentKind } from './document.ts'
import { countWords } from './fields.ts'
import { requireUnreserved } from './slug.ts'

/**
 * Saves the columns of a working copy that differ, and returns it as it is then. Without `rendered`, the content is the
 * same as before.
 */
export async function saveDocument<D extends ContentDocument>(
  tx: Tx,
  kind: DocumentKind<D>,
  document: D,
  given: Partial<D>,
  rendered: Rendered | undefined,
): Promise<D> {
  const { type } = kind
  const { id } = document
  const changes = differing(document, given)
  if (Object.keys(changes).length === 0) return document
  if (changes.slug !== undefined) requireUnreserved(changes.slug)
  const draft = { ...document, ...changes }
  const version = await saveRevision(tx, { type, id }, kind.draftOf(draft), rendered)
  const saved = {
    version,
    word_count: countWords(draft.content),
    lock_version: document.lock_version + 1,
    updated_at: tx.now(),
  }
  const { status: _, ...columns } = { ...changes, ...saved }
  await kind
    .write(tx, id, columns as DocumentColumns)
    .catch(refuseDuplicate(kind.slugs.own, 'slug'))
  if (version === document.version) {
    tx.unaudited('joins a version, whose first save is audited')
  } else {
    const { content: __, ...shown } = changes
    const { title, slug } = draft
    await tx.audit(`${type}.updated`, id, { ...diffOf(document, shown), metadata: { version } })
    await tx.emit(`${type}.updated`, { id, title, slug, version, changes: Object.keys(changes) })
  }
  await broadcastSaved(tx, kind, { id, ...saved })
  return { ...draft, ...saved }
}

/** Those of the given values that differ from those of the row. */
export function differing<D extends object>(row: D, given: Partial<D>): Partial<D> {
  const entries = Object.entries(given).filter(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(row[name as keyof D], value),
  )
  return Object.fromEntries(entries) as Partial<D>
}
