import { Link } from '@tanstack/react-router'
import { useMe } from '../session'
import { open } from './navigation'
import classes from './shell.module.css'

export function NavigationLinks({ onFollow }: { onFollow: () => void }) {
  const { permissions } = useMe()
  return (
    <div className={classes.groups}>
      {open(permissions).map((group) => (
        <div key={group.label} className={classes.group}>
          {group.label && <div className={classes.groupLabel}>{group.label}</div>}
          {group.entries.map(({ label, to, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={classes.link}
              activeOptions={{ exact: to === '/' || to === '/admin', includeSearch: false }}
              onClick={onFollow}
            >
              <Icon size={17} stroke={1.7} aria-hidden /> {label}
            </Link>
          ))}
        </div>
      ))}
    </div>
  )
}
