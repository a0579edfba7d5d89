import { MAX_CONTENT } from '@powernode/modules/content/markdown/rendering.ts'
import { Nullable, Text } from '@powernode/server/platform/http/shapes.ts'
import { type RawBuilder, sql } from 'kysely'
import { Type } from 'typebox'

const WORDS_PER_MINUTE = 200
const EXCERPT = 200

export const DocumentContent = Text(MAX_CONTENT, {
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

/** A text on one line, of at most `length` characters. */
export function cut(text: string, length: number): string {
  const line = text
    .slice(0, 4 * length)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= length ? line : `${characters.slice(0, length - 3).join('')}...`
}
