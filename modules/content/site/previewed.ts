import type { DocumentKind } from '@powernode/modules/content/documents/document.ts'
import { readTime } from '@powernode/modules/content/documents/fields.ts'
import { openPreview } from '@powernode/modules/content/documents/preview.ts'
import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { SiteDocument } from '@powernode/server/platform/http/site_cache.ts'
import { sql } from 'kysely'
import { articleOf, missingPage } from './article.ts'

/** What a preview link shows: a version that somebody shares before it is published. */
export async function readPreview(
  ctx: PlatformCtx,
  kind: Pick<DocumentKind, 'type' | 'table'>,
  token: string,
): Promise<SiteDocument> {
  const previewed = openPreview(ctx, kind.type, token)
  const found = previewed && (await findPreviewed(ctx, kind, previewed))
  if (!found) return missingPage(ctx)
  return { ...articleOf(ctx, { ...found, noIndex: true }), noStore: true }
}

function findPreviewed(
  ctx: PlatformCtx,
  { type, table }: Pick<DocumentKind, 'type' | 'table'>,
  { id, version }: { id: string; version: number },
) {
  const documents = sql.table(table)
  return ctx
    .acrossAccounts({ because: 'a preview link names no account' })
    .selectFrom('revisions')
    .innerJoin('accounts', 'accounts.id', 'revisions.account_id')
    .select([
      'revisions.title',
      'revisions.rendered_content',
      'revisions.updated_at',
      'accounts.name as account_name',
      sql<Date | null>`null`.as('published_at'),
      sql<Heading[]>`revisions.fields->'headings'`.as('headings'),
      sql<string>`revisions.fields->>'excerpt'`.as('description'),
      readTime(sql`(revisions.fields->'word_count')::integer`).as('estimated_read_time'),
    ])
    .where('revisions.subject_type', '=', type)
    .where('revisions.subject_id', '=', id)
    .where('revisions.version', '=', version)
    .where('accounts.status', '=', 'active')
    .where(
      sql<boolean>`exists (select from ${documents} d where d.id = ${id} and d.taken_down_at is null)`,
    )
    .executeTakeFirst()
}
