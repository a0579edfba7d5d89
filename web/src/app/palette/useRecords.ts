import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { isFailure } from '../../api'
import { type FoundRecord, permitted, type Records } from '../../feature'
import { addressOf, type Recent } from '../../recents'
import { useMe } from '../../session'
import { allRecords } from './allRecords'
import { rankedAll } from './ranking'
import { isAdmin, type PaletteSection } from './sections'
import { useOpen } from './useRecents'

const MIN_SEARCH_LENGTH = 2
/** The shortest limit of the searches. */
const MAX_SEARCH_LENGTH = 80
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Records of all features that match: by name, or the one with a pasted id. */
export function useRecords(input: string): { sections: PaletteSection[]; searching: boolean } {
  const open = useOpen()
  const kinds = permitted(allRecords, useMe().permissions)
  const term = input.trim()
  const searchable = term.length >= MIN_SEARCH_LENGTH && term.length <= MAX_SEARCH_LENGTH
  const [search] = useDebouncedValue(term, 200)
  const results = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: [kind.key, 'found', kind.label, search],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(kind, search, signal),
      enabled: searchable && search === term,
    })),
  })
  if (!searchable) return { sections: [], searching: false }
  const sections = kinds.map(({ label, to, icon, needs }, index) => ({
    label,
    rows: rankedAll(results[index]?.data ?? [], term).map((record) => {
      const target = targetOf(to, record)
      return {
        ...record,
        key: addressOf(target),
        icon,
        admin: isAdmin(needs),
        run: () => open(target),
      }
    }),
  }))
  return { sections, searching: search !== term || results.some((one) => one.isFetching) }
}

async function find({ find, get }: Records, search: string, signal: AbortSignal) {
  if (!get || !UUID.test(search)) return (await find?.(search, signal)) ?? []
  try {
    return [await get(search.toLowerCase(), signal)]
  } catch (error) {
    if (isFailure(error) && error.status === 404) return []
    throw error
  }
}

function targetOf(to: string, { id, label, search }: FoundRecord): Recent {
  return { label, path: to.replace('$id', id), ...(search && { search }) }
}
