import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'

const KEPT = 200

/** Deletes versions beyond the latest 200 of a document, except those that were published, scheduled or restored. */
export function deleteOldRevisions(ctx: PlatformCtx): Promise<number> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('deletes only old versions that nobody published')
    const { numDeletedRows } = await tx
      .acrossAccounts({ because: 'versions of all accounts are swept' })
      .deleteFrom('revisions')
      .where('frozen', '=', false)
      .where(
        sql<boolean>`version <= (select max(r.version) from revisions r
          where r.subject_type = revisions.subject_type and r.subject_id = revisions.subject_id) - ${KEPT}`,
      )
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}
