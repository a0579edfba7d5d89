import { listArticleComments } from '@powernode/modules/content/domains/kb_comments/comment.ts'
import { timeOf } from '@powernode/modules/content/site/article.ts'
import { escapeText } from '@powernode/modules/content/site/html.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { readRelated } from '../article.ts'
import { linkSection } from './parts.ts'

const MAX_COMMENTS = 50

interface Shown {
  id: string
  slug: string
  tags: string[]
  category: { id: string }
  comments_enabled: boolean
  comments_count: number
}

/** What stands below an article: its tags, whether it helped, others like it, and comments. */
export async function belowArticle(ctx: PlatformCtx, article: Shown): Promise<string> {
  const { id, slug, tags, category, comments_enabled, comments_count } = article
  const [related, comments] = await Promise.all([
    readRelated(ctx, id, category.id),
    comments_count > 0 ? commentSection(ctx, id, comments_count) : '',
  ])
  return [
    tags.length > 0 ? `<p class="about">Tags: ${escapeText(tags.join(', '))}</p>` : '',
    `<form class="feedback" method="post" action="/kb/${slug}/feedback">
<p>Did this help?</p>
<button name="is_helpful" value="yes">Yes</button> <button name="is_helpful" value="no">No</button>
</form>`,
    linkSection(
      'Related articles',
      related.map((one) => ({ title: one.title, path: `/kb/${one.slug}` })),
    ),
    comments,
    comments_enabled ? `<p><a href="/kb_comments/on/${slug}">Write a comment</a></p>` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

async function commentSection(ctx: PlatformCtx, id: string, count: number) {
  const page = { number: 1, size: MAX_COMMENTS, sort: { column: 'created_at', descending: true } }
  const { rows } = await listArticleComments(ctx, page, id)
  const items = rows.map(
    (comment) =>
      `<li>${commentText(comment)}${
        comment.replies.length > 0
          ? `<ul>${comment.replies.map((reply) => `<li>${commentText(reply)}</li>`).join('\n')}</ul>`
          : ''
      }</li>`,
  )
  return `<section class="comments"><h2>Comments (${count})</h2>
<ul>
${items.join('\n')}
</ul></section>`
}

interface Comment {
  author: { name: string } | null
  created_at: Date
  rendered_content: string
}

function commentText({ author, created_at, rendered_content }: Comment) {
  return `<p class="about">${escapeText(author?.name ?? 'A former user')} · ${timeOf(created_at)}</p>
${rendered_content}`
}
