import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import classes from './chart.module.css'
import { type ChartProps, type Drawn, drawn, isEmpty } from './model'
import { Plot } from './Plot'

const ChartTable = lazy(async () => ({ default: (await import('./ChartTable')).ChartTable }))

/** The chart or its table, with the legend. */
export default function ChartBody(props: ChartProps) {
  const [asTable, setAsTable] = useState(false)
  const chart = drawn(props)
  if (isEmpty(chart)) return <p className={classes.empty}>{props.empty}</p>
  return (
    <div className={classes.chart}>
      {asTable ? (
        <Suspense>
          <ChartTable chart={chart} />
        </Suspense>
      ) : (
        <Plot chart={chart} />
      )}
      <div className={classes.foot}>
        {!asTable && <Legend chart={chart} />}
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={classes.toggle}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show chart' : 'Show table'}
        </Button>
      </div>
    </div>
  )
}

/** The names of the series, if there is more than one. The title names a single one. */
function Legend({ chart: { series, kind, beforeLabel } }: { chart: Drawn }) {
  if (series.length === 1 && !beforeLabel) return null
  return (
    <ul className={classes.legend} aria-label="Legend">
      {series.map(({ name, label, tone }) => (
        <li key={name}>
          <span className={classes.swatch} data-tone={tone} data-kind={kind} aria-hidden />
          {label}
        </li>
      ))}
      {beforeLabel && (
        <li>
          <span className={classes.swatch} data-tone="muted" data-kind="before" aria-hidden />
          {beforeLabel}
        </li>
      )}
    </ul>
  )
}
