import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { permitted } from '../feature'
import { useMe } from '../session'
import { composition } from './composition'

const SHORTEST = 2

/** Records of every kind that features search, found by what was typed. */
export function useRecords(typed: string): SpotlightActionGroupData[] {
  const navigate = useNavigate()
  const kinds = permitted(composition.records, useMe().permissions)
  const wanted = typed.trim()
  const [search] = useDebouncedValue(wanted, 200)
  const found = useQueries({
    queries: kinds.map(({ key, find }) => ({
      queryKey: [key, 'found', search],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(search, signal),
      enabled: search.length >= SHORTEST,
    })),
  })
  if (wanted.length < SHORTEST) return []
  return kinds.map(({ label, to, icon: Icon }, index) => ({
    group: label,
    actions: (found[index]?.data ?? []).map((record) => ({
      ...record,
      leftSection: <Icon size={17} stroke={1.7} aria-hidden />,
      onClick: () => void navigate({ to, params: { id: record.id } }),
    })),
  }))
}
