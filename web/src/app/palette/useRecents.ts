import { useNavigate, useRouterState } from '@tanstack/react-router'
import { permitted } from '../../feature'
import { addressOf, type Recent, readRecents, remember } from '../../recents'
import { useMe } from '../../session'
import { destinations } from '../navigation'
import { allRecords } from './allRecords'
import { isAdmin, type PaletteRow } from './sections'

/** Opens a page or record, and remembers it. */
export function useOpen(): (target: Recent) => void {
  const me = useMe()
  const navigate = useNavigate()
  return (target) => {
    remember(me, target)
    void navigate({ to: target.path, ...(target.search && { search: target.search }) })
  }
}

/** What was opened last, except for what is open now and what may not be seen any more. */
export function useRecents(): PaletteRow[] {
  const me = useMe()
  const open = useOpen()
  const here = useRouterState({ select: ({ location }) => `${location.pathname}?` })
  const pages = destinations(me.permissions)
  const kinds = permitted(allRecords, me.permissions)
  return readRecents(me)
    .filter((recent) => addressOf(recent) !== here)
    .flatMap((recent) => {
      const source = recent.search
        ? kinds.find(({ to }) => to === recent.path)
        : (pages.find(({ to }) => to === recent.path) ??
          kinds.find(({ to }) => isRecordPath(to, recent.path)))
      if (!source) return []
      const { icon, label, needs } = source
      return {
        key: addressOf(recent),
        label: recent.label,
        description: recent.label === label ? '' : label,
        icon,
        admin: isAdmin(needs),
        run: () => open(recent),
      }
    })
}

/** Whether a path is the detail page `/users/$id` of a record. */
const isRecordPath = (to: string, path: string) =>
  to.endsWith('/$id') && path.slice(0, path.lastIndexOf('/')) === to.slice(0, -'/$id'.length)
