import type { ReactNode } from 'react'
import classes from './FactList.module.css'

export type Fact = [label: string, value: ReactNode]

type Props = {
  facts: (Fact | false | null)[]
  /** Each fact on a line of its own, with its label before it. */
  lines?: boolean
}

/** Facts of a record as pairs of label and value. */
export function FactList({ facts, lines = false }: Props) {
  return (
    <dl className={classes.facts} data-lines={lines || undefined}>
      {facts
        .filter((fact) => !!fact)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
