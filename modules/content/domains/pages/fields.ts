import {
  cut,
  DocumentContent,
  MetaDescription,
  MetaKeywords,
  RenderedContent,
} from '@powernode/modules/content/documents/fields.ts'
import { Slug } from '@powernode/modules/content/documents/slug.ts'
import {
  Count,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { Type } from 'typebox'

const SEO_DESCRIPTION = 160

export const PageTitle = Title(200, { description: 'Title', examples: ['About us'] })

/** What a list shows of a page, to readers and editors. */
export const summaryFields = {
  id: Id(),
  title: PageTitle,
  slug: Slug,
  meta_description: MetaDescription,
  meta_keywords: MetaKeywords,
  published_at: Nullable(Time('Since when it has been public; null for a draft')),
  word_count: Count('Words of the content'),
  estimated_read_time: Count('Minutes it takes to read'),
  excerpt: Type.String({ maxLength: 200, description: 'How the text begins, without markup' }),
}

/** What a page has beside it. */
export const contentFields = {
  content: DocumentContent,
  rendered_content: RenderedContent,
  seo: Shape('PageSeo', {
    title: PageTitle,
    description: Type.String({
      maxLength: 300,
      description: 'The meta description, else how the text begins',
    }),
    keywords: ListOf(Text(500, { description: 'A keyword', examples: ['engines'] })),
  }),
}

interface Described {
  title: string
  meta_description: string | null
  meta_keywords: string | null
  /** How its text begins. */
  beginning: string
}

export function seoOf({ title, meta_description, meta_keywords, beginning }: Described) {
  const keywords = (meta_keywords ?? '').split(',').map((keyword) => keyword.trim())
  return {
    title,
    description: meta_description ?? cut(beginning, SEO_DESCRIPTION),
    keywords: keywords.filter(Boolean),
  }
}
