import type { Icon } from '@tabler/icons-react'
import type { Searchable } from './ranking'

export type PaletteRow = Searchable & {
  /** Unique in the palette: two rows with the same key open the same. */
  key: string
  icon: Icon
  /** Concerns the whole server, not only this account. */
  admin?: boolean
  /** Keys that do the same, shown at the end of the row. */
  shortcut?: readonly string[]
  run: () => unknown
}
export type PaletteSection = { label: string; rows: PaletteRow[] }

export const isAdmin = (needs: string | undefined) => needs?.startsWith('admin.') ?? false

/** Without rows that an earlier section has, and without empty sections. */
export function distinctSections(sections: PaletteSection[]): PaletteSection[] {
  const seen = new Set<string>()
  return sections
    .map(({ label, rows }) => ({
      label,
      rows: rows.filter(({ key }) => !seen.has(key) && seen.add(key)),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** The row that Enter runs: the chosen one while it is listed, otherwise the first. */
export function currentIndex(rows: readonly PaletteRow[], chosen: string | null): number {
  return Math.max(
    0,
    rows.findIndex(({ key }) => key === chosen),
  )
}
