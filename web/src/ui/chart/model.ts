import type { Unit } from './scale'

export type Tone = 'main' | 'second' | 'bad' | 'muted'

/** One set of values, named like the field of `values`. Tones stay distinct for the colour-blind. */
export type Series = { name: string; label: string; tone: Tone }

export type ChartRow = {
  /** The label of the point on the axis. */
  at: string
  /** By the name of the series. Null where nothing was measured. */
  values: Record<string, number | null>
}

export type ChartProps = {
  /** Names the chart: "Deliveries by day". */
  label: string
  kind: 'bars' | 'lines'
  rows: ChartRow[]
  series: Series[]
  unit?: Unit
  /** Shown instead of a chart without values: "No requests in these 7 days." */
  empty: string
  /** The totals of the period before, as long as `rows`. */
  before?: { label: string; values: (number | null)[] } | undefined
}

/** What a chart draws: the values of each point in the order of its series. */
export type Drawn = Required<Pick<ChartProps, 'label' | 'kind' | 'series' | 'unit'>> & {
  points: { at: string; values: (number | null)[]; before: number | null }[]
  beforeLabel: string | undefined
}

export function drawn({ label, kind, rows, series, unit = 'count', before }: ChartProps): Drawn {
  return {
    ...{ label, kind, series, unit },
    points: rows.map(({ at, values }, index) => ({
      at,
      values: series.map(({ name }) => values[name] ?? null),
      before: before?.values[index] ?? null,
    })),
    beforeLabel: before?.label,
  }
}

export const isEmpty = ({ points }: Drawn) =>
  points.every(({ values, before }) => !before && values.every((value) => !value))
