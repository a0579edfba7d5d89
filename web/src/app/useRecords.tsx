import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { permitted } from '../feature'
import { useMe } from '../session'
import { composition } from './composition'

const MIN_SEARCH_LENGTH = 2

/** Searches the records of all features. */
export function useRecords(input: string): SpotlightActionGroupData[] {
  const navigate = useNavigate()
  const kinds = permitted(composition.records, useMe().permissions)
  const term = input.trim()
  const [search] = useDebouncedValue(term, 200)
  const results = useQueries({
    queries: kinds.map(({ key, find }) => ({
      queryKey: [key, 'found', search],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(search, signal),
      enabled: search.length >= MIN_SEARCH_LENGTH,
    })),
  })
  if (term.length < MIN_SEARCH_LENGTH) return []
  return kinds.map(({ label, to, icon: Icon }, index) => ({
    group: label,
    actions: (results[index]?.data ?? []).map((record) => ({
      ...record,
      leftSection: <Icon size={17} stroke={1.7} aria-hidden />,
      onClick: () => void navigate({ to, params: { id: record.id } }),
    })),
  }))
}
