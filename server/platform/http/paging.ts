import { type SelectQueryBuilder, sql } from 'kysely'
import { type TProperties, Type } from 'typebox'
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
}

/** One page of a list. `summary` fields are added to `meta`. */
export interface Listing<T> {
  rows: T[]
  total: number
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
  const sort = String(query.sort ?? sorts[0])
  return {
    number: Number(query.page ?? 1),
    size: Number(query.per_page ?? DEFAULT_PER_PAGE),
    sort: { column: sort.replace('-', ''), descending: sort.startsWith('-') },
  }
}

/**
 * Runs a list as two queries, the page and the count. Sorts by the requested column of `table`, then by id, so that no row
 * is shown twice or skipped.
 */
export async function paginate<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  page: PageRequest,
  table: string,
): Promise<Listing<O>> {
  const direction = page.sort.descending ? 'desc' : 'asc'
  const [rows, count] = await Promise.all([
    query
      .orderBy(sql.ref(`${table}.${page.sort.column}`), direction)
      .orderBy(sql.ref(`${table}.id`), direction)
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: (count as { total: number }).total, page }
}

export function listMeta({ total, page, summary }: Listing<unknown>) {
  return {
    current_page: page.number,
    total_pages: Math.ceil(total / page.size),
    total_count: total,
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
