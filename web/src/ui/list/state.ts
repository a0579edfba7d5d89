import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Meta } from '../../api'
import { stateLabel } from '../states/states'

export type Option<Value extends string = string> = { value: Value; label: string }
export type Filter<Value extends string = string> = {
  label: string
  kind: 'choice' | 'text' | 'date'
  /** Null while the options of a choice are loading; until then any value is accepted. */
  options: readonly Option<Value>[] | null
  /** Shown instead of the value, such as the name of a record whose id it is. */
  shown?: string
}
export type ListFilters = Record<string, Filter>

type ActiveFilters<F extends ListFilters> = {
  [K in keyof F]?: F[K] extends Filter<infer Value> ? Value : never
}
type Sort<By extends string> = By | `-${By}`
type Paging<By extends string> = {
  page: number
  per_page: number
  sort: Sort<By>
  search?: string
}

export type ListState<F extends ListFilters = ListFilters, By extends string = string> = {
  filters: F
  activeFilters: ActiveFilters<F>
  paging: Paging<By>
  /** Query parameters for the API: paging and filters. */
  query: Paging<By> & ActiveFilters<F>
  isFiltered: boolean
  /** Changes the URL. A change of the page adds to the history unless `replace`. */
  set: (change: Record<string, string | undefined>, replace?: boolean) => void
  clear: () => void
}

export const choiceFilter = <Value extends string>(
  label: string,
  options: readonly Option<Value>[] | null,
): Filter<Value> => ({ label, kind: 'choice', options })
export const textFilter = (label: string, shown?: string): Filter => ({
  label,
  kind: 'text',
  options: null,
  ...(shown && { shown }),
})
export const dateFilter = (label: string): Filter => ({ label, kind: 'date', options: null })

/** States as options, labelled like their pills. */
export const stateOptions = <Value extends string>(...values: Value[]): Option<Value>[] =>
  values.map((value) => ({ value, label: stateLabel(value) }))

/** The state of a list, kept in the URL so that it survives reloads, sharing and back navigation. */
export function useListState<F extends ListFilters, By extends string>(
  filters: F,
  sorting: { by: readonly By[]; first: Sort<NoInfer<By>> },
): ListState<F, By> {
  const url: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const paging: Paging<By> = {
    page: positive(url.page, 1),
    per_page: Math.min(positive(url.per_page, 20), 100),
    sort: allSorts(sorting.by).find((sort) => sort === url.sort) ?? sorting.first,
    ...(url.search && { search: url.search }),
  }
  const activeFilters = pick(filters, url)
  return {
    filters,
    activeFilters,
    paging,
    query: { ...paging, ...activeFilters },
    isFiltered: Boolean(paging.search) || Object.keys(activeFilters).length > 0,
    set: (change, replace = !('page' in change)) => {
      const next = { ...url, page: undefined, ...change }
      void navigate({ to: '.', search: next, replace })
    },
    clear: () => void navigate({ to: '.', search: { tab: url.tab }, replace: true }),
  }
}

/** The page to open instead of an empty one; undefined if the list has no rows at all. */
export function lastPageBefore(
  meta: Pick<Meta, 'current_page' | 'total_pages'>,
): number | undefined {
  const { current_page, total_pages } = meta
  if (current_page <= 1 || total_pages < 1) return undefined
  // The total of a long list may be out of date.
  return Math.min(current_page - 1, total_pages)
}

const allSorts = <By extends string>(by: readonly By[]): Sort<By>[] =>
  by.flatMap((field): Sort<By>[] => [field, `-${field}`])

const positive = (text: string | undefined, fallback: number) => {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : fallback
}

function pick<F extends ListFilters>(filters: F, url: Record<string, string | undefined>) {
  const known = Object.entries(filters).flatMap(([name, { options }]) => {
    const value = url[name]
    const valid = !options || options.some((option) => option.value === value)
    return value && valid ? [[name, value]] : []
  })
  return Object.fromEntries(known) as ActiveFilters<F>
}
