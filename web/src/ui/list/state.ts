import { useNavigate, useSearch } from '@tanstack/react-router'

export type Option<Value extends string = string> = { value: Value; label: string }
export type Filter<Value extends string = string> = {
  label: string
  kind: 'choice' | 'text' | 'date'
  /** Null while a choice's options are still loading: any value is believed until then. */
  options: readonly Option<Value>[] | null
}
export type ListFilters = Record<string, Filter>

type Chosen<F extends ListFilters> = {
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
  chosen: Chosen<F>
  paging: Paging<By>
  /** What the API is asked: paging and filters in one. */
  query: Paging<By> & Chosen<F>
  narrowed: boolean
  set: (change: Record<string, string | undefined>) => void
  clear: () => void
}

export const choice = <Value extends string>(
  label: string,
  options: readonly Option<Value>[] | null,
): Filter<Value> => ({ label, kind: 'choice', options })
export const textFilter = (label: string): Filter => ({ label, kind: 'text', options: null })
export const dateFilter = (label: string): Filter => ({ label, kind: 'date', options: null })

/** States as options, worded from their own names: `two_words` reads "Two words". */
export const stateOptions = <Value extends string>(...values: Value[]): Option<Value>[] =>
  values.map((value) => {
    const words = value.replaceAll('_', ' ')
    return { value, label: words.charAt(0).toUpperCase() + words.slice(1) }
  })

/** A list's whole state lives in the URL, so it can be shared, reloaded and walked back through. */
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
  const chosen = pick(filters, url)
  return {
    filters,
    chosen,
    paging,
    query: { ...paging, ...chosen },
    narrowed: Boolean(paging.search) || Object.keys(chosen).length > 0,
    set: (change) => {
      const next = { ...url, page: undefined, ...change }
      void navigate({ to: '.', search: next, replace: !('page' in change) })
    },
    clear: () => void navigate({ to: '.', search: {}, replace: true }),
  }
}

const allSorts = <By extends string>(by: readonly By[]): Sort<By>[] =>
  by.flatMap((field): Sort<By>[] => [field, `-${field}`])

const positive = (text: string | undefined, otherwise: number) => {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}

function pick<F extends ListFilters>(filters: F, url: Record<string, string | undefined>) {
  const kept = Object.entries(filters).flatMap(([name, { options }]) => {
    const value = url[name]
    const known = !options || options.some((option) => option.value === value)
    return value && known ? [[name, value]] : []
  })
  return Object.fromEntries(kept) as Chosen<F>
}
