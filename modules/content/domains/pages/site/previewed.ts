import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import { readTime } from '../fields.ts'

/** A version that somebody shares before it is published. */
export function readPreviewed(ctx: PlatformCtx, { id, version }: { id: string; version: number }) {
  return ctx
    .acrossAccounts({ because: 'a preview link names no account' })
    .selectFrom('pages')
    .innerJoin('accounts', 'accounts.id', 'pages.account_id')
    .innerJoin('revisions', 'revisions.subject_id', 'pages.id')
    .select([
      'revisions.title',
      'revisions.rendered_content',
      'revisions.updated_at',
      'accounts.name as account_name',
      sql<Date | null>`null`.as('published_at'),
      sql<Heading[]>`revisions.fields->'headings'`.as('headings'),
      sql<string>`left(revisions.plain_text, 400)`.as('beginning'),
      readTime(sql`(revisions.fields->'word_count')::integer`).as('estimated_read_time'),
    ])
    .where('pages.id', '=', id)
    .where('pages.taken_down_at', 'is', null)
    .where('accounts.status', '=', 'active')
    .where('revisions.subject_type', '=', 'page')
    .where('revisions.version', '=', version)
    .executeTakeFirst()
}
