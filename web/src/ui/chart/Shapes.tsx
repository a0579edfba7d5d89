import classes from './chart.module.css'
import type { Drawn } from './model'
import { lineThrough, middleOf, stack } from './scale'

const MAX_BAR = 40

type Props = {
  chart: Drawn
  width: number
  y: (value: number) => number
  selected: number | null
}

/** Stacked bars or lines, and the line of the period before. */
export function Shapes({ chart, width, y, selected }: Props) {
  const { points, series, kind, beforeLabel } = chart
  const x = (index: number) => middleOf(index, points.length, width)
  const at = (value: number | null | undefined, index: number) =>
    typeof value === 'number' ? { x: x(index), y: y(value) } : null
  const marked = selected === null ? undefined : points[selected]
  return (
    <>
      {kind === 'bars' &&
        points.map(({ values }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place on the axis
          <Bar key={index} {...{ values, series, y }} x={x(index)} share={width / points.length} />
        ))}
      {beforeLabel && (
        <Line
          tone="muted"
          kind="before"
          points={points.map(({ before }, index) => at(before, index))}
        />
      )}
      {kind === 'lines' &&
        series.map(({ name, tone }, of) => (
          <Line
            key={name}
            tone={tone}
            kind="lines"
            points={points.map(({ values }, index) => at(values[of], index))}
          />
        ))}
      {kind === 'lines' &&
        selected !== null &&
        series.map(({ name, tone }, of) => {
          const dot = at(marked?.values[of], selected)
          return dot && <circle key={name} data-tone={tone} cx={dot.x} cy={dot.y} r={3.5} />
        })}
    </>
  )
}

type BarProps = Pick<Drawn, 'series'> & {
  values: (number | null)[]
  y: Props['y']
  x: number
  share: number
}

function Bar({ values, series, y, x, share }: BarProps) {
  const width = Math.max(1, Math.min(MAX_BAR, share * 0.7))
  return stack(values).map(({ from, to }, of) => {
    if (from === to) return null
    // A hairline apart, so that the parts can be told without their colours.
    const gap = from > 0 ? Math.min(1, (y(from) - y(to)) / 2) : 0
    return (
      <rect
        key={series[of]?.name}
        data-bar
        data-tone={series[of]?.tone}
        x={x - width / 2}
        y={y(to)}
        width={width}
        height={y(from) - y(to) - gap}
      />
    )
  })
}

type LineProps = {
  tone: string
  kind: 'lines' | 'before'
  points: ({ x: number; y: number } | null)[]
}

function Line({ tone, kind, points }: LineProps) {
  const { path, alone } = lineThrough(points)
  return (
    <>
      <path className={classes.line} data-tone={tone} data-kind={kind} d={path} />
      {alone.map(({ x, y }) => (
        <circle key={x} data-tone={tone} cx={x} cy={y} r={2} />
      ))}
    </>
  )
}
