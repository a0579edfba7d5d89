import type { ReactNode } from 'react'
import classes from './Rows.module.css'

/** A short bordered list with one line per item. */
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

/** Secondary text at the end of a line. */
Rows.More = function More({ children }: { children: ReactNode }) {
  return <span className={classes.more}>{children}</span>
}
