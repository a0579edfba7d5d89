import type { ReactNode } from 'react'
import classes from './FigureTable.module.css'

type Props = {
  label: string
  /** Heads of the columns, that of the names first. */
  heads: string[]
  /** Rows whose first cell is a `th`; `data-bad` on a row or cell is for what needs a look. */
  children: ReactNode
}

/** A small table of figures, wholly there: no paging, no sorting. It scrolls where the window is narrower. */
export function FigureTable({ label, heads, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
