import { formatCount } from './format'
import classes from './UsageBar.module.css'

type Usage = { current: number; limit: number; unlimited: boolean }

type Props = {
  label: string
  usage: Usage
  /** How a number is written, such as `formatBytes`. */
  format?: (value: number) => string
}

/** What is used of a limit, as a bar. Without a limit, only the number. */
export function UsageBar({ label, usage, format }: Props) {
  const { current, limit, unlimited } = usage
  const share = limit > 0 ? Math.min(1, current / limit) : 1
  return (
    <div className={classes.usage}>
      <span>{label}</span>
      <span className={classes.count}>{usageText(usage, format)}</span>
      {!unlimited && (
        <span className={classes.track} data-level={usageLevel(usage)} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </div>
  )
}

/** "3 of 5", "5 of 5, limit reached", "3, no limit". */
export function usageText(
  { current, limit, unlimited }: Usage,
  format: (value: number) => string = formatCount,
): string {
  const used = format(current)
  if (unlimited) return `${used}, no limit`
  return `${used} of ${format(limit)}${current >= limit ? ', limit reached' : ''}`
}

/** `high` from four fifths of the limit on. */
export const usageLevel = ({ current, limit }: Usage) =>
  current >= limit ? 'full' : current >= limit * 0.8 ? 'high' : 'normal'
