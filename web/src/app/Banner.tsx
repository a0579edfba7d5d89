import type { ReactNode } from 'react'
import classes from './shell.module.css'

type Props = { label: string; children: ReactNode; action?: ReactNode; urgent?: boolean }

/** A message about the session, shown above the page. */
export function Banner({ label, children, action, urgent }: Props) {
  return (
    <aside className={classes.banner} aria-label={label} data-urgent={urgent || undefined}>
      <span>{children}</span>
      {action}
    </aside>
  )
}
