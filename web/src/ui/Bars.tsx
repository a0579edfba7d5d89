import classes from './Bars.module.css'
import { formatCount } from './format'

type Bar = { key: string; label: string; value: number; hint?: string }

/** Labelled counts with bars in proportion to the largest. */
export function Bars({ title, bars, empty }: { title: string; bars: Bar[]; empty: string }) {
  const max = Math.max(...bars.map((bar) => bar.value), 1)
  if (bars.length === 0) return <p className={classes.empty}>{empty}</p>
  return (
    <ul className={classes.bars} aria-label={title}>
      {bars.map(({ key, label, value, hint }) => (
        <li key={key}>
          <span className={classes.label}>{label}</span>
          <span className={classes.value}>
            {hint && <span className={classes.hint}>{hint}</span>} {formatCount(value)}
          </span>
          <span className={classes.track} aria-hidden>
            <span style={{ width: `${(value / max) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
