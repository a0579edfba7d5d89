import { Anchor, Skeleton } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import { formatChange, formatCount, formatPoints } from './format'
import classes from './MetricCard.module.css'
import { Sparkline } from './Sparkline'
import { Tip } from './Tip'

/** The course of a metric, the latest value last, and its change against the period before. */
export type Trend = {
  values: (number | null)[]
  now?: number | null
  before?: number | null
  /** The values are percentages, which are compared in points. */
  isRate?: boolean
  /** Names the period before, on hover: "yesterday at this time". */
  beforeLabel?: string
}

type Props = {
  label: string
  /** Explains what is counted, on hover and to screen readers. */
  definition: string
  /** A number is formatted with separators; text, such as a rate, is shown unchanged. */
  value: number | string | undefined
  to: LinkProps['to']
  search?: Record<string, string>
  trend?: Trend | undefined
}

/** One metric, linked to its rows. */
export function MetricCard({ label, definition, value, to, search = {}, trend }: Props) {
  const changed = trend?.isRate ? formatPoints : formatChange
  const change = trend && changed(trend.now ?? null, trend.before ?? null)
  return (
    <Tip
      label={change ? `${definition} ${change} compared with ${trend.beforeLabel}.` : definition}
    >
      <Anchor
        underline="never"
        c="inherit"
        className={classes.metric}
        renderRoot={(props) => <Link to={to} search={search} {...props} />}
      >
        <span className={classes.label}>{label}</span>
        {value === undefined ? (
          <Skeleton height={20} width={48} my={6} />
        ) : (
          <span className={classes.figures}>
            <span className={classes.value}>
              {typeof value === 'number' ? formatCount(value) : value}
            </span>
            {change && <span className={classes.label}>{change}</span>}
            {trend && <Sparkline values={trend.values} />}
          </span>
        )}
      </Anchor>
    </Tip>
  )
}
