import { FigureTable } from '../FigureTable'
import classes from './chart.module.css'
import type { Drawn } from './model'
import { formats } from './scale'

/** The values of a chart as a table, the latest first. */
export function ChartTable({
  chart: { label, series, points, unit, beforeLabel },
}: {
  chart: Drawn
}) {
  const format = (value: number | null) => (value === null ? '–' : formats[unit](value))
  const headings = [
    'Time',
    ...series.map((one) => one.label),
    ...(beforeLabel ? [beforeLabel] : []),
  ]
  return (
    <div className={classes.tableFrame}>
      <FigureTable label={label} headings={headings}>
        {points.toReversed().map(({ at, values, before }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two points can have the same label
          <tr key={index}>
            <th scope="row">{at}</th>
            {series.map(({ name }, of) => (
              <td key={name}>{format(values[of] ?? null)}</td>
            ))}
            {beforeLabel && <td>{format(before)}</td>}
          </tr>
        ))}
      </FigureTable>
    </div>
  )
}
