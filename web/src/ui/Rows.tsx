import type { ReactNode } from 'react'
import classes from './Rows.module.css'

/** A short list with a border, one line for each thing. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  )
}

Rows.Row = function Row({ children }: { children: ReactNode }) {
  return <li className={classes.row}>{children}</li>
}

/** What is said at the end of a line, in smaller print. */
Rows.More = function More({ children }: { children: ReactNode }) {
  return <span className={classes.more}>{children}</span>
}
