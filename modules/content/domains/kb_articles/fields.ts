import {
  DocumentContent,
  MetaDescription,
  MetaKeywords,
  RenderedContent,
} from '@powernode/modules/content/documents/fields.ts'
import { Slug } from '@powernode/modules/content/documents/slug.ts'
import { TagNames } from '@powernode/modules/content/domains/kb_tags/tag.ts'
import {
  Choice,
  Count,
  Dictionary,
  Flag,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { Type } from 'typebox'
import { ArticleLanguage } from './languages.ts'

export const articleStatuses = ['draft', 'review', 'published', 'archived'] as const

export const ArticleStatus = Choice(
  articleStatuses,
  'Draft, waiting for review, published, or archived: no longer public',
)
export type ArticleStatus = (typeof articleStatuses)[number]

const ArticleTitle = Title(255, { description: 'Title', examples: ['Onboarding guide'] })
const SortOrder = Type.Integer({
  minimum: 0,
  maximum: 2_147_483_647,
  description: 'Position in its category, the lowest first',
  examples: [0],
})

/** What a version of an article contains: visitors see changes when it is published. */
export const versionedFields = {
  title: ArticleTitle,
  content: DocumentContent,
  slug: Slug,
  excerpt: Nullable(
    Text(500, {
      description: 'Summary for lists; null for how the text begins',
      examples: ['The first steps of a new account'],
    }),
  ),
  meta_title: Nullable(Text(255, { description: 'Title for search engines, if it differs' })),
  meta_description: MetaDescription,
  meta_keywords: MetaKeywords,
  is_indexed: Flag('Whether search engines may list it; true by default'),
  metadata: Dictionary('Data of your own', [{ product: 'engines' }]),
}

/** Where an article is and who sees it. Changes take effect at once. */
export const placementFields = {
  category_id: Id('Its category'),
  is_public: Flag('Whether visitors see it while it is published; true by default'),
  is_featured: Flag('Whether it is recommended'),
  sort_order: SortOrder,
  comments_enabled: Flag('Whether people may comment on it; true by default'),
  language: ArticleLanguage,
  tags: TagNames,
}

export const articleSummary = {
  id: Id(),
  title: ArticleTitle,
  slug: Slug,
  excerpt: Type.String({ maxLength: 500, description: 'Summary, or how the text begins' }),
  category: Shape('ArticleCategory', {
    id: Id('Its category'),
    name: Title(255, { description: 'Name of the category', examples: ['Getting started'] }),
    slug: Slug,
  }),
  tags: TagNames,
  status: ArticleStatus,
  is_public: Flag('Whether visitors see it while it is published'),
  is_featured: Flag('Whether it is recommended'),
  sort_order: SortOrder,
  comments_enabled: Flag('Whether people may comment on it'),
  language: ArticleLanguage,
  author: Nullable(
    Shape('ArticleAuthor', { id: Id('The user'), name: Text(100, { description: 'Full name' }) }),
  ),
  url: Nullable(
    Text(400, {
      description: 'Where visitors read it, while they can',
      examples: ['https://example.com/kb/onboarding-guide'],
    }),
  ),
  word_count: Count('Words of the content'),
  estimated_read_time: Count('Minutes it takes to read'),
  views_count: Count('Times it was read: once per reader and half hour'),
  helpful_count: Count('Readers whom it helped'),
  unhelpful_count: Count('Readers whom it did not help'),
  comments_count: Count('Approved comments'),
  has_unpublished_changes: Flag('It is published, and was changed since; editors only'),
  scheduled_for: Nullable(Time('When `scheduled_version` will be published; editors only')),
  unpublish_at: Nullable(Time('When it will no longer be public; editors only')),
  taken_down_at: Nullable(Time('When an administrator took it down; it cannot be published')),
  published_at: Nullable(Time('Since when it has been public')),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last saved; for readers, the version that they see'),
}

export const articleDetail = {
  ...articleSummary,
  content: DocumentContent,
  rendered_content: RenderedContent,
  is_excerpt_written: Flag('The excerpt was written; otherwise it is how the text begins'),
  meta_title: versionedFields.meta_title,
  meta_description: MetaDescription,
  meta_keywords: MetaKeywords,
  is_indexed: Flag('Whether search engines may list it'),
  metadata: versionedFields.metadata,
  version: Count('Version of the working copy; for readers, the one that they see'),
  published_version: Nullable(Count('Version that visitors see')),
  scheduled_version: Nullable(Count('Version that will be published at `scheduled_for`')),
  lock_version: Count(
    'Number of saves: send it with changes to learn of others’ saves; 0 for readers',
  ),
  taken_down_reason: Nullable(Text(500, { description: 'Why it was taken down' })),
  can_edit: Flag('Whether the caller may change it'),
  related_articles: ListOf(Shape('RelatedArticle', { id: Id(), title: ArticleTitle, slug: Slug }), {
    maxItems: 5,
    description: 'Others of its category that the caller may read',
  }),
}

export const KbArticleSummary = Shape('KbArticleSummary', articleSummary)
export const KbArticle = Shape('KbArticle', articleDetail)
