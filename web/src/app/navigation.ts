import { type Entry, permitted } from '../feature'
import type { Group } from './compose'
import { composition } from './composition'

/** The navigation groups with entries that these permissions allow. */
export function openGroups(permissions: readonly string[]): Group[] {
  return composition.navigation
    .map((group) => ({ ...group, entries: permitted(group.entries, permissions) }))
    .filter((group) => group.entries.length > 0)
}

/** Every page that ⌘K and the `g` shortcuts open with these permissions. */
export const destinations = (permissions: readonly string[]): Entry[] => [
  ...openGroups(permissions).flatMap((group) => group.entries),
  ...composition.personal,
]

/** Whether other entries are below this path. Such an entry is current only on its own page. */
export const isGroupEntry = ({ to }: Entry): boolean =>
  composition.navigation.some(({ entries }) =>
    entries.some((other) => other.to !== to && other.to.startsWith(to.replace(/\/?$/, '/'))),
  )

/** Whether a page belongs to an entry, although its path is elsewhere. */
export const coversPath = ({ covers = [] }: Entry, pathname: string): boolean =>
  covers.some((path) => pathname === path || pathname.startsWith(`${path}/`))
