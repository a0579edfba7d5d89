import { useMe } from '../../session'
import { destinations } from '../navigation'
import { ranked } from './ranking'
import { distinctSections, isAdmin, type PaletteRow } from './sections'
import { useActions } from './useActions'
import { useOpen, useRecents } from './useRecents'
import { useRecords } from './useRecords'

/** The sections of the palette for a search, in display order. */
export function usePalette(search: string) {
  const recents = ranked(useRecents(), search)
  const pages = ranked(usePages(), search)
  const actions = ranked(useActions(), search)
  const { sections: records, searching } = useRecords(search)
  const sections = distinctSections([
    // A page that matches is listed with the pages.
    { label: 'Recent', rows: search.trim() ? without(recents, pages) : recents },
    { label: 'Pages', rows: pages },
    { label: 'Actions', rows: actions },
    ...records,
  ])
  return { sections, searching }
}

function usePages(): PaletteRow[] {
  const { permissions } = useMe()
  const open = useOpen()
  return destinations(permissions).map(({ label, to, icon, key, needs, keywords }) => ({
    key: `${to}?`,
    label,
    keywords: isAdmin(needs) ? [...(keywords ?? []), 'admin'] : keywords,
    icon,
    admin: isAdmin(needs),
    shortcut: ['g', key],
    run: () => open({ label, path: to }),
  }))
}

const without = (rows: PaletteRow[], others: PaletteRow[]) =>
  rows.filter(({ key }) => !others.some((other) => other.key === key))
