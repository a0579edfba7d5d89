import type { Statistics } from './queries'
import classes from './rate_limiting.module.css'
import { tierName } from './words'

type Figures = Statistics['tiers'][number]

const columns: [label: string, field: keyof Figures][] = [
  ['Accounts', 'accounts_count'],
  ['Keys/min', 'api_per_minute'],
  ['Keys/h', 'api_per_hour'],
  ['Person/min', 'person_per_minute'],
  ['Person/h', 'person_per_hour'],
  ['Heavy/h', 'heavy_per_hour'],
  ['Webhooks/min', 'webhooks_per_minute'],
  ['Live/min', 'live_per_minute'],
  ['Uploads/h', 'uploads_per_hour'],
]

/** What each tier allows, and how many accounts have it. */
export function TierTable({ tiers }: { tiers: Figures[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label="Tiers">
      <table className={classes.table} aria-label="Tiers">
        <thead>
          <tr>
            <th>Tier</th>
            {columns.map(([label]) => (
              <th key={label}>{label}</th>
            ))}
            <th>Burst</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((figures) => (
            <tr key={figures.tier}>
              <th scope="row">{tierName(figures.tier)}</th>
              {columns.map(([label, field]) => (
                <td key={label}>{figures[field]?.toLocaleString('en') ?? '∞'}</td>
              ))}
              <td>{figures.tier === 'unlimited' ? '–' : `× ${figures.burst_percent / 100}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
