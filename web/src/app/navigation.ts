import { type Entry, permitted } from '../feature'
import type { Group } from './compose'
import { composition } from './composition'

/** The groups of the navigation that these permissions open. Without entries there is no group. */
export function openGroups(permissions: readonly string[]): Group[] {
  return composition.navigation
    .map((group) => ({ ...group, entries: permitted(group.entries, permissions) }))
    .filter((group) => group.entries.length > 0)
}

/** Every page that ⌘K and `g` with a key lead to for these permissions. */
export const destinations = (permissions: readonly string[]): Entry[] => [
  ...openGroups(permissions).flatMap((group) => group.entries),
  ...composition.personal,
]

/** Whether other entries are below this one: then only its own page makes it the current one. */
export const isGroupEntry = ({ to }: Entry): boolean =>
  composition.navigation.some(({ entries }) =>
    entries.some((other) => other.to !== to && other.to.startsWith(to.replace(/\/?$/, '/'))),
  )
