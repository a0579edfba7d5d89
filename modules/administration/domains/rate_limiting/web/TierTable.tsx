import { FigureTable } from '~/ui/FigureTable'
import { formatCount } from '~/ui/format'
import type { Statistics } from './queries'
import { tierName } from './words'

type Figures = Statistics['tiers'][number]

const columns: [label: string, field: Exclude<keyof Figures, 'tier'>][] = [
  ['Accounts', 'accounts_count'],
  ['Keys/min', 'api_per_minute'],
  ['Keys/h', 'api_per_hour'],
  ['User/min', 'person_per_minute'],
  ['User/h', 'person_per_hour'],
  ['Exports/h', 'heavy_per_hour'],
  ['Webhooks/min', 'webhooks_per_minute'],
  ['WebSocket/min', 'live_per_minute'],
  ['Uploads/h', 'uploads_per_hour'],
]

/** The limits of each tier, and its number of accounts. */
export function TierTable({ tiers }: { tiers: Figures[] }) {
  return (
    <FigureTable label="Tiers" headings={['Tier', ...columns.map(([label]) => label), 'Burst']}>
      {tiers.map((figures) => (
        <tr key={figures.tier}>
          <th scope="row">{tierName(figures.tier)}</th>
          {columns.map(([label, field]) => (
            <td key={label}>{figures[field] === null ? '∞' : formatCount(figures[field])}</td>
          ))}
          <td>{figures.tier === 'unlimited' ? '–' : `× ${figures.burst_percent / 100}`}</td>
        </tr>
      ))}
    </FigureTable>
  )
}
