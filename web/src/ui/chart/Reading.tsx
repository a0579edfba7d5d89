import classes from './chart.module.css'
import type { Drawn } from './model'
import { formats, stackTotal } from './scale'

type Point = Drawn['points'][number]

/** The values of a point, the topmost of a stack first. */
function lines({ series, kind, unit, beforeLabel }: Drawn, { values, before }: Point) {
  const format = (value: number | null) => (value === null ? 'no data' : formats[unit](value))
  const parts = series.map(({ label, tone }, of) => ({
    ...{ label, tone },
    value: format(values[of] ?? null),
  }))
  return [
    ...(kind === 'bars' ? parts.toReversed() : parts),
    ...(kind === 'bars' && series.length > 1
      ? [{ label: 'Total', tone: undefined, value: format(stackTotal(values)) }]
      : []),
    ...(beforeLabel ? [{ label: beforeLabel, tone: 'muted', value: format(before) }] : []),
  ]
}

/** "Nov 26: Failed 2, Delivered 14, Total 16", as screen readers say it. */
export const readingOf = (chart: Drawn, point: Point) =>
  `${point.at}: ${lines(chart, point)
    .map(({ label, value }) => `${label} ${value}`)
    .join(', ')}`

type Props = { chart: Drawn; point: Point; x: number; width: number }

/** The values of the selected point, on the side with more room. */
export function Reading({ chart, point, x, width }: Props) {
  const side = x < width / 2 ? { left: x + 12 } : { right: width - x + 12 }
  return (
    <div className={classes.reading} style={side} aria-hidden>
      <b>{point.at}</b>
      <dl>
        {lines(chart, point).map(({ label, tone, value }) => (
          <div key={label}>
            <dt>
              {tone && <span className={classes.swatch} data-tone={tone} />}
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
