import type { Data } from '~/api'
import { FigureTable } from '~/ui/FigureTable'
import { formatDuration, ruleName, scopeName } from './words'

type Limit = Data<'/api/v1/admin/rate_limiting/limits/{identifier}', 'get'>['limits'][number]

/** What counts somebody, how much of it is used and when it begins anew. */
export function LimitTable({ limits }: { limits: Limit[] }) {
  return (
    <FigureTable
      label="Limits that count"
      headings={['Limit', 'Counts', 'Used', 'Allowed', 'Begins anew in']}
    >
      {limits.map(({ rule, scope, current, limit, reset_in }) => (
        <tr key={`${scope} ${rule}`} data-bad={(limit !== null && current >= limit) || undefined}>
          <th scope="row">{ruleName(rule)}</th>
          <td>{scopeName(scope)}</td>
          <td>{current.toLocaleString('en')}</td>
          <td>{limit === null ? 'Any number' : limit.toLocaleString('en')}</td>
          <td>{formatDuration(reset_in)}</td>
        </tr>
      ))}
    </FigureTable>
  )
}
