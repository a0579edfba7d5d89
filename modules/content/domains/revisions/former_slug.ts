import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { RevisionSubject } from './revision.ts'

/** Redirects from a slug to the document, also if it was one of another before: the last one to have it counts. */
export async function keepFormerSlug(
  tx: Tx,
  { type, id }: RevisionSubject,
  slug: string,
): Promise<void> {
  await tx
    .own('former_slugs')
    .insert({ subject_type: type, slug, subject_id: id })
    .onConflict((conflict) =>
      conflict
        .constraint('former_slugs_slug')
        .doUpdateSet({ subject_id: id, account_id: tx.account.id, updated_at: tx.now() }),
    )
    .execute()
}

/** Ends the redirect from a slug that the document has again. */
export async function endFormerSlug(tx: Tx, { id }: RevisionSubject, slug: string): Promise<void> {
  await tx
    .own('former_slugs')
    .delete()
    .where('subject_id', '=', id)
    .where('slug', '=', slug)
    .execute()
}
