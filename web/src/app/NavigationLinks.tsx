import { Link } from '@tanstack/react-router'
import { useMe } from '../session'
import { isGroupEntry, openGroups } from './navigation'
import classes from './shell.module.css'

export function NavigationLinks({ onFollow }: { onFollow: () => void }) {
  const { permissions } = useMe()
  return (
    <div className={classes.groups}>
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
