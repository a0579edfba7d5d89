import type { ReactNode } from 'react'
import classes from './shell.module.css'

type Props = { label: string; children: ReactNode; action?: ReactNode; urgent?: boolean }

/** A strip above the page that says something about the session itself. */
export function Banner({ label, children, action, urgent }: Props) {
  return (
    <aside className={classes.banner} aria-label={label} data-urgent={urgent || undefined}>
      <span>{children}</span>
      {action}
    </aside>
  )
}
