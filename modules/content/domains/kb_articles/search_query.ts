import { type RawBuilder, sql } from 'kysely'

/** A search text for PostgreSQL: what is given to `websearch_to_tsquery`, and the last word, which may be unfinished. */
export interface SearchText {
  words: string
  unfinished?: string
}

/** Splits off the last word, unless the text has quotes, exclusions or alternatives. */
export function parseSearch(text: string): SearchText {
  const words = text.trim()
  const last = /(?<=^|\s)[\p{L}\p{N}]+$/u.exec(words)
  const hasOperators = /["]|(^|\s)-|(^|\s)or(\s|$)/iu.test(words)
  if (!last || hasOperators) return { words }
  return { words: words.slice(0, last.index).trim(), unfinished: last[0] }
}

/** The query in the language of an article: all words must occur, the last one also as the beginning of a word. */
export function tsqueryIn(
  { words, unfinished }: SearchText,
  config: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const whole = sql`websearch_to_tsquery(${config}, ${words})`
  if (unfinished === undefined) return whole
  return sql`(${whole} && (plainto_tsquery(${config}, ${unfinished})
    || to_tsquery(${config}, ${`${unfinished}:*`})))`
}

/** The query in any of these languages, for the index. */
export function tsquery(text: SearchText, languages: readonly string[]): RawBuilder<unknown> {
  const queries = languages.map((language) => tsqueryIn(text, sql`${language}::regconfig`))
  return queries.length > 0 ? sql`(${sql.join(queries, sql` || `)})` : sql`''::tsquery`
}
