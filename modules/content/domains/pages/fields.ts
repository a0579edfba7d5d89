import { MAX_CONTENT } from '@powernode/modules/content/markdown/rendering.ts'
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
import { type RawBuilder, sql } from 'kysely'
import { Type } from 'typebox'
import { Slug } from './slug.ts'

const WORDS_PER_MINUTE = 200
const EXCERPT = 200
const SEO_DESCRIPTION = 160

export const PageTitle = Title(200, { description: 'Title', examples: ['About us'] })
export const PageContent = Text(MAX_CONTENT, {
  description: 'Markdown: CommonMark with tables, strikethrough, task lists and links',
  examples: ['# About us\n\nWe build *engines*.'],
})
export const MetaDescription = Nullable(
  Text(300, { description: 'Description for search engines', examples: ['Who we are'] }),
)
export const MetaKeywords = Nullable(
  Text(500, { description: 'Keywords, separated by commas', examples: ['engines, history'] }),
)

export const RenderedContent = Type.String({
  description: 'Safe HTML of the content',
  examples: ['<h1 id="about-us">About us</h1>'],
})

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
  excerpt: Type.String({ maxLength: EXCERPT, description: 'How the text begins, without markup' }),
}

/** What a page has beside it. */
export const contentFields = {
  content: PageContent,
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

/** The words of a text, as separated by spaces. */
export function countWords(content: string): number {
  return content.match(/\S+/g)?.length ?? 0
}

/** How a text begins: at most 200 characters. */
export function excerptOf(text: string): string {
  return cut(text, EXCERPT)
}

export const readTime = (words: RawBuilder<unknown>) =>
  sql<number>`ceil(${words} / ${sql.lit(WORDS_PER_MINUTE)}.0)::integer`

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

function cut(text: string, length: number) {
  const line = text
    .slice(0, 4 * length)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= length ? line : `${characters.slice(0, length - 3).join('')}...`
}
