import type { DocumentKind } from '@powernode/modules/content/documents/document.ts'
import { countWords } from '@powernode/modules/content/documents/fields.ts'
import { linkFiles } from '@powernode/modules/files/domains/files/links.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type LockedPage, lockPage, readPage } from './page.ts'

/** Pages as documents: `documents/` publishes, schedules, restores and takes them down. */
export const pageKind = {
  type: 'page',
  table: 'pages',
  noun: 'page',
  mayPublish: 'pages.publish',
  slugs: { own: 'pages_slug', public: 'pages_public_slug' },
  editor: '/pages',
  previews: '/p/preview',
  notification: 'page_not_published',
  takenDownMail: 'page_taken_down',
  lock: lockPage,
  read: readPage,
  enqueueDue: (tx, id, turn, moments) =>
    tx.enqueueAll(
      'publish_page',
      moments.map((runAt) => ({ input: { page_id: id, turn }, runAt })),
    ),
  write: (tx, id, columns) => tx.own('pages').update(columns).where('id', '=', id).execute(),
  async accountOf(ctx, id) {
    const page = await ctx
      .acrossAccounts('admin.pages.update')
      .selectFrom('pages')
      .select('account_id')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!page) throw fail.notFound('page')
    return page.account_id
  },
  draftOf({ title, content, slug, meta_description, meta_keywords, is_indexed }) {
    const word_count = countWords(content)
    return {
      title,
      content,
      fields: { slug, meta_description, meta_keywords, is_indexed, word_count },
    }
  },
  shown: (tx, { id }, { content }) => linkFiles(tx, { type: 'page', id }, content),
  hidden: (tx, { id }) => linkFiles(tx, { type: 'page', id }, ''),
} satisfies DocumentKind<LockedPage, Awaited<ReturnType<typeof readPage>>>
