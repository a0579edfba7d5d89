import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMe } from '../session'
import { isGroupEntry, openGroups } from './navigation'
import classes from './shell.module.css'
import { useScrollEdges } from './useScrollEdges'

export function NavigationLinks({ onFollow }: { onFollow: () => void }) {
  const { permissions } = useMe()
  const list = useRef<HTMLDivElement>(null)
  const { above, below } = useScrollEdges(list)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current entry depends on the path
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
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
            >
              <entry.icon size={17} stroke={1.7} aria-hidden /> {entry.label}
            </Link>
          ))}
        </div>
      ))}
    </div>
  )
}
