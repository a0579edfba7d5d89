import { type SelectQueryBuilder, sql } from 'kysely'
import { type TProperties, Type } from 'typebox'
import type { PlatformCtx } from '../db/context.ts'
import { fail } from '../kernel/fail.ts'
import { type Cursor, cursorOf, type Placed, readCursor, rowsAfter, writeCursor } from './cursor.ts'
import type { ListCount } from './list_counts.ts'
import { Choice } from './shapes.ts'

const DEFAULT_PER_PAGE = 20
const MAX_PER_PAGE = 100
// A larger OFFSET only wastes time.
const MAX_PAGE = 1_000_000

/** The requested page of a list, and its order. */
export interface PageRequest {
  number: number
  size: number
  sort: { column: string; descending: boolean }
  /** Start after this row, instead of at page `number`. */
  after?: Cursor
}

/** One page of a list. `summary` fields are added to `meta`. */
export interface Listing<T> {
  rows: T[]
  total: number
  /** Omitted if exact. */
  totalIsExact?: boolean
  /** Cursor of the next page; null on the last page. */
  nextCursor: string | null
  page: PageRequest
  summary?: Record<string, unknown>
}

/** The query schema of a list: paging, sorting by `sorts` (the first is the default) and its own filters. */
export function listQuery(sorts: readonly string[], filters: TProperties) {
  const columns = sorts.map((sort) => sort.replace('-', ''))
  return Type.Object(
    {
      page: Type.Optional(
        Type.Integer({ description: 'Page number, from 1. Invalid values mean 1', examples: [1] }),
      ),
      per_page: Type.Optional(
        Type.Integer({
          description: `Rows per page, 1 to ${MAX_PER_PAGE}. Values outside are adjusted`,
          default: DEFAULT_PER_PAGE,
          examples: [20],
        }),
      ),
      sort: Type.Optional(
        Choice(
          columns.flatMap((column) => [column, `-${column}`]),
          `Sort order; a leading minus means descending. Default ${sorts[0]}`,
        ),
      ),
      after: Type.Optional(
        Type.String({
          maxLength: 2000,
          description:
            'Cursor: `meta.next_cursor` of the previous page. Use it instead of `page` so that rows added meanwhile are neither repeated nor skipped',
        }),
      ),
      ...filters,
    },
    { additionalProperties: false },
  )
}

/** Adjusts `page` and `per_page` before validation: invalid values become the default, larger values the maximum. */
export function normalisePaging(query: Record<string, unknown>): void {
  if ('page' in query) query.page = clamp(query.page, 1, MAX_PAGE, 1)
  if ('per_page' in query) query.per_page = clamp(query.per_page, 1, MAX_PER_PAGE, DEFAULT_PER_PAGE)
}

export function pageOf(query: Record<string, unknown>, sorts: readonly string[]): PageRequest {
  const { after } = query
  const cursor = typeof after === 'string' ? readCursor(after) : undefined
  const sort = String(query.sort ?? cursor?.sort ?? sorts[0])
  const column = sort.replace('-', '')
  const isOfList = cursor?.sort === sort && sorts.some((one) => one.replace('-', '') === column)
  if (after !== undefined && !isOfList) throw invalidCursor()
  return {
    number: cursor ? 1 : Number(query.page ?? 1),
    size: Number(query.per_page ?? DEFAULT_PER_PAGE),
    sort: { column, descending: sort.startsWith('-') },
    ...(cursor && { after: cursor }),
  }
}

/**
 * Runs a list as two queries, the page and the count. Sorts by the requested column of `table`, then by id, so that no row
 * is shown twice or skipped.
 */
export async function paginate<DB, TB extends keyof DB, O>(
  { platform }: PlatformCtx,
  query: SelectQueryBuilder<DB, TB, O>,
  page: PageRequest,
  table: string,
): Promise<Listing<O>> {
  const [rows, count] = await Promise.all([
    readPage(query, page, table),
    platform.listCounts.count(query.clearSelect().select(sql`1`.as('row'))),
  ])
  return listingOf(rows, count, page)
}

/** The listing of a page from its rows and the one after it, if any. */
export function listingOf<O>(
  rows: Placed<O>[],
  { total, isExact }: ListCount,
  page: PageRequest,
): Listing<O> {
  const last = rows.length > page.size ? rows[page.size - 1]?.cursor : undefined
  const seen = rows.length > 0 ? (page.number - 1) * page.size + rows.length : 0
  // An older count may be less than what the page shows, or count rows that the last page shows are gone.
  const isEnd = !last && !page.after && (rows.length > 0 || page.number === 1)
  return {
    rows: rows.slice(0, page.size).map(({ cursor: _, ...row }) => row as unknown as O),
    total: isExact ? total : isEnd ? seen : Math.max(total, seen),
    totalIsExact: isExact || isEnd,
    nextCursor: last ? writeCursor(sortOf(page), { value: last[0], id: last[1] }) : null,
    page,
  }
}

/** A page of sorted rows that are all in memory. */
export function pageOfRows<T>(all: readonly T[], page: PageRequest): Listing<T> {
  if (page.after && !/^\d{1,9}$/.test(page.after.id)) throw invalidCursor()
  const start = page.after ? Number(page.after.id) : (page.number - 1) * page.size
  const end = start + page.size
  const nextCursor =
    end < all.length ? writeCursor(sortOf(page), { value: null, id: String(end) }) : null
  return { rows: all.slice(start, end), total: all.length, nextCursor, page }
}

function sortOf({ sort }: PageRequest): string {
  return `${sort.descending ? '-' : ''}${sort.column}`
}

/** The rows of a page and the one after it, if any, each with its cursor. */
async function readPage<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { number, size, sort, after }: PageRequest,
  table: string,
): Promise<Placed<O>[]> {
  const direction = sort.descending ? 'desc' : 'asc'
  const column = sql.ref(`${table}.${sort.column}`)
  const id = sql.ref(`${table}.id`)
  const ordered = query
    .select(cursorOf(column, id).as('cursor'))
    .orderBy(column, direction)
    .orderBy(id, direction)
  if (!after) {
    const page = ordered.limit(sql.lit(size + 1))
    const skipped = (number - 1) * size
    return (await (skipped > 0 ? page.offset(skipped) : page).execute()) as Placed<O>[]
  }
  const rows: Placed<O>[] = []
  for (const condition of rowsAfter(column, id, after, sort.descending)) {
    const wanted = size + 1 - rows.length
    if (wanted > 0)
      rows.push(
        ...((await ordered.where(condition).limit(sql.lit(wanted)).execute()) as Placed<O>[]),
      )
  }
  return rows
}

export function listMeta({ total, totalIsExact, nextCursor, page, summary }: Listing<unknown>) {
  return {
    current_page: page.number,
    total_pages: Math.ceil(total / page.size),
    total_count: total,
    total_count_exact: totalIsExact ?? true,
    next_cursor: nextCursor,
    per_page: page.size,
    ...summary,
  }
}

function clamp(value: unknown, min: number, max: number, otherwise: number): number {
  const number =
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN
  if (Number.isNaN(number)) return otherwise
  return Math.min(Math.max(number, min), max)
}

const invalidCursor = () => fail.invalid({ after: ['is not a cursor of this list and sort order'] })
