import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMe } from '../session'
import { coversPath, isGroupEntry, openGroups } from './navigation'
import classes from './shell.module.css'
import { useScrollEdges } from './useScrollEdges'

export function NavigationLinks({ onFollow }: { onFollow: () => void }) {
  const { permissions } = useMe()
  const list = useRef<HTMLDivElement>(null)
  const { above, below } = useScrollEdges(list)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current entry depends on the path
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]')
    if (list.current && current) scrollInside(list.current, current)
  }, [pathname])
  return (
    <div
      ref={list}
      className={classes.groups}
      data-above={above || undefined}
      data-below={below || undefined}
    >
      {openGroups(permissions).map((group) => (
        <div key={group.label} className={classes.group}>
          {group.label !== 'Home' && <div className={classes.groupLabel}>{group.label}</div>}
          {group.entries.map((entry) => (
            <Link
              key={entry.to}
              to={entry.to}
              className={classes.link}
              activeOptions={{ exact: isGroupEntry(entry), includeSearch: false }}
              onClick={onFollow}
              {...(coversPath(entry, pathname) && { 'aria-current': 'page' })}
            >
              <entry.icon size={17} stroke={1.7} aria-hidden /> {entry.label}
            </Link>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Around the current entry, so that it is not in what fades out. */
const MARGIN = 32

/** Unlike `scrollIntoView`, leaves the place from which Tab continues: the first Tab of a page reaches "Skip to content". */
function scrollInside(list: Element, entry: Element) {
  const frame = list.getBoundingClientRect()
  const { top, bottom } = entry.getBoundingClientRect()
  if (top < frame.top + MARGIN) list.scrollTop -= frame.top + MARGIN - top
  else if (bottom > frame.bottom - MARGIN) list.scrollTop += bottom + MARGIN - frame.bottom
}
