import type { ReactNode } from 'react'
import classes from './FigureTable.module.css'

type Props = {
  label: string
  /** Column headings, that of the row names first. */
  headings: string[]
  /** The headings of columns that are texts, whose cells have `data-text`. The others are figures, aligned right. */
  texts?: string[]
  /** Rows whose first cell is a `th`. Set `data-bad` on a row or cell that needs attention. */
  children: ReactNode
}

/** A small table without paging and sorting. Scrolls horizontally in a narrow window. */
export function FigureTable({ label, headings, texts = [], children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} data-text={texts.includes(heading) || undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
