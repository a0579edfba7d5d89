import type { DocumentKind } from '@powernode/modules/content/documents/document.ts'
import { countWords } from '@powernode/modules/content/documents/fields.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type LockedArticle, lockArticle, readWorkingCopy } from './article.ts'
import { keepLanguage } from './search_languages.ts'
import { linkArticleFiles } from './visibility.ts'

/** The longest text that is searched: PostgreSQL indexes up to 1 MB of words. */
const MAX_SEARCHED = 100_000

/** Articles as documents: `documents/` publishes, schedules, restores and takes them down. */
export const articleKind = {
  type: 'kb_article',
  table: 'kb_articles',
  noun: 'article',
  mayPublish: 'kb_articles.publish',
  slugs: { own: 'kb_articles_slug', public: 'kb_articles_public_slug' },
  editor: '/kb_articles',
  previews: '/kb/preview',
  notification: 'kb_article_not_published',
  takenDownMail: 'kb_article_taken_down',
  lock: lockArticle,
  read: readWorkingCopy,
  enqueueDue: (tx, id, turn, moments) =>
    tx.enqueueAll(
      'publish_kb_article',
      moments.map((runAt) => ({ input: { article_id: id, turn }, runAt })),
    ),
  write: (tx, id, columns) => tx.own('kb_articles').update(columns).where('id', '=', id).execute(),
  async accountOf(ctx: PlatformCtx, key: string) {
    const article = await ctx
      .acrossAccounts('admin.kb_articles.update')
      .selectFrom('kb_articles')
      .select('account_id')
      .where((eb) => {
        if (isId(key)) return eb('id', '=', key)
        // A slug names an article of any account only while it is public.
        const isPublic = [eb('status', '=', 'published'), eb('is_public', '=', true)]
        return eb.and([eb('public_slug', '=', key), ...isPublic])
      })
      .executeTakeFirst()
    if (!article) throw fail.notFound('article')
    return article.account_id
  },
  draftOf({ title, content, ...article }) {
    const { slug, excerpt, meta_title, meta_description, meta_keywords, is_indexed } = article
    return {
      title,
      content,
      fields: {
        ...{ slug, meta_title, meta_description, meta_keywords, is_indexed },
        ...(excerpt !== null && { excerpt }),
        is_excerpt_written: excerpt !== null,
        metadata: article.metadata,
        word_count: countWords(content),
      },
    }
  },
  async shown(tx, { id, language }, { title, plain_text, fields }) {
    await tx
      .own('kb_articles')
      .update({
        public_title: title,
        // How the text begins is searched with the text.
        public_excerpt: fields.is_excerpt_written ? String(fields.excerpt) : '',
        public_text: plain_text.slice(0, MAX_SEARCHED).toWellFormed(),
      })
      .where('id', '=', id)
      .execute()
    await keepLanguage(tx, language)
    await linkArticleFiles(tx, id)
  },
  hidden: (tx, { id }) => linkArticleFiles(tx, id),
} satisfies DocumentKind<LockedArticle, Awaited<ReturnType<typeof readWorkingCopy>>>
