import { escapeText } from '@powernode/modules/content/site/html.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { cursorOf, rowsAfter } from '@powernode/server/platform/http/cursor.ts'
import {
  type Listing,
  listingOf,
  type PageRequest,
} from '@powernode/server/platform/http/paging.ts'
import { Flag, Id, type QueryValues, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { type Static, Type } from 'typebox'
import { isReadable } from './columns.ts'
import { articleSummary } from './fields.ts'
import { publishedRows, selectPublished, selectSummaryColumns } from './public_article.ts'
import { mayReadDrafts } from './reading.ts'
import { searchLanguages } from './search_languages.ts'
import { parseSearch, tsquery, tsqueryIn } from './search_query.ts'
import { keepUnanswered } from './unanswered.ts'

const TIMEOUT_MS = 2000
/** Hits are counted exactly up to this many. */
const MAX_COUNTED = 10_000
/** How much of a text is looked through for the words to show. */
const MAX_SHOWN = 50_000
/** Around the words, in texts of PostgreSQL: characters that no text contains. */
const [START, STOP] = ['\u0002', '\u0003']

export const SearchQuery = {
  q: Text(200, {
    description:
      'Words that must all occur, the last one also as the beginning of a word; `"a phrase"`, `-without`, `this or that`',
    examples: ['onboarding guide'],
  }),
  category_id: Id('Only articles of this category'),
  is_featured: Flag('Only articles that are recommended, or are not'),
}

export const FoundArticle = Shape('FoundArticle', {
  ...articleSummary,
  highlight: Type.String({
    description: 'Safe HTML of the text around the words, which are in `<mark>`',
    examples: ['How to <mark>onboard</mark> a team'],
  }),
})

type Found = Static<typeof FoundArticle>

/**
 * Published articles that contain all words, best first; if there are none, those that contain the whole text, also inside of
 * words. Only what the caller may read: public articles, and published ones of an account whose drafts they read. `among`
 * narrows it further.
 */
export async function searchArticles(
  ctx: PlatformCtx,
  page: PageRequest,
  { q, ...filters }: QueryValues<typeof SearchQuery>,
  among: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<Listing<Found>> {
  const text = q?.trim()
  if (!text) throw fail.invalid({ q: ['cannot be blank'] })
  const within = sql<boolean>`(${among} and ${matches(filters)})`
  const parsed = parseSearch(text)
  const words = tsquery(parsed, await searchLanguages.of(ctx))
  const ownWords = tsqueryIn(parsed, sql.ref('kb_articles.language'))
  const asWords = {
    matches: sql<boolean>`kb_articles.search @@ ${words}`,
    rank: sql<number>`ts_rank(kb_articles.search, ${ownWords})`,
    highlight: sql<string>`ts_headline(kb_articles.language, left(kb_articles.public_text, ${sql.lit(MAX_SHOWN)}),
      ${ownWords}, ${`StartSel=${START}, StopSel=${STOP}, MaxFragments=2, MaxWords=24, MinWords=12, ShortWord=0`})`,
  }
  const found = await readHits(ctx, page, within, asWords)
  if (found.total > 0) return found
  const asPart = {
    matches: sql<boolean>`(${contains(sql.ref('kb_articles.public_title'), text)}
      or ${contains(sql.ref('kb_articles.public_text'), text)})`,
    rank: sql<number>`(${contains(sql.ref('kb_articles.public_title'), text)})::integer::real`,
    highlight: aroundPart(text),
  }
  const parts = await readHits(ctx, page, within, asPart)
  if (parts.total === 0) await keepUnanswered(ctx, text)
  return parts
}

interface Search {
  matches: RawBuilder<boolean>
  rank: RawBuilder<number>
  highlight: RawBuilder<string>
}

/** One page of hits and their number, both in at most two seconds. */
async function readHits(
  ctx: PlatformCtx,
  page: PageRequest,
  within: RawBuilder<boolean>,
  search: Search,
): Promise<Listing<Found>> {
  const [rank, id] = [sql.ref('hits.rank'), sql.ref('hits.id')]
  try {
    return await ctx.transaction(async (tx) => {
      await sql`set local statement_timeout = ${sql.lit(TIMEOUT_MS)}`.execute(tx.db)
      const hits = publishedRows(tx)
        .select(['kb_articles.id', search.rank.as('rank')])
        .where(search.matches)
        .where(sql<boolean>`(${isReadable} or ${mayReadDrafts(tx)})`)
        .where(within)
      const across = tx.acrossAccounts({ because: 'public articles of all accounts are public' })
      const counted = hits
        .clearSelect()
        .select(sql`1`.as('row'))
        .limit(MAX_COUNTED + 1)
      const { total } = await across
        .selectFrom(counted.as('counted'))
        .select(sql<number>`count(*)`.as('total'))
        .executeTakeFirstOrThrow()
      // The texts of one page only are read.
      const best = across
        .selectFrom(hits.as('hits'))
        .select(['hits.id', 'hits.rank'])
        .where((eb) => (page.after ? eb.or(rowsAfter(rank, id, page.after, true)) : eb.lit(true)))
        .orderBy(rank, 'desc')
        .orderBy(id, 'desc')
        .limit(page.size + 1)
        .offset(page.after ? 0 : (page.number - 1) * page.size)
      const rows = await selectSummaryColumns(selectPublished(tx), tx)
        .innerJoin(best.as('hits'), 'hits.id', 'kb_articles.id')
        .select([search.highlight.as('highlight'), cursorOf(rank, id).as('cursor')])
        .orderBy(rank, 'desc')
        .orderBy(id, 'desc')
        .execute()
      const shown = rows.map((row) => ({ ...row, highlight: markUp(row.highlight) }))
      return listingOf<Found>(shown, { total, isExact: total <= MAX_COUNTED }, page)
    })
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '57014') {
      throw fail.unavailable('The search took too long. Use other words')
    }
    throw error
  }
}

function matches({ category_id, is_featured }: Omit<QueryValues<typeof SearchQuery>, 'q'>) {
  return sql<boolean>`(${category_id ?? null}::uuid is null or kb_articles.category_id = ${category_id ?? null})
    and (${is_featured ?? null}::boolean is null or kb_articles.is_featured = ${is_featured ?? null})`
}

/** The text around its first occurrence in an article. */
function aroundPart(text: string) {
  const at = sql`strpos(lower(kb_articles.public_text), lower(${text}))`
  const length = sql.lit(text.length)
  return sql<string>`case when ${at} = 0 then left(kb_articles.public_text, 160)
    else substr(kb_articles.public_text, greatest(${at} - 60, 1), least(${at} - 1, 60)) || ${START}
      || substr(kb_articles.public_text, ${at}, ${length}) || ${STOP}
      || substr(kb_articles.public_text, ${at} + ${length}, 100) end`
}

/** Escapes a text, and makes marks of the characters around its words. */
function markUp(text: string): string {
  const marked = text.replaceAll(START, '\ue000').replaceAll(STOP, '\ue001')
  return escapeText(marked).replaceAll('\ue000', '<mark>').replaceAll('\ue001', '</mark>')
}
