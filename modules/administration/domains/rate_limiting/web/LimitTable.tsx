import type { Data } from '~/api'
import { FigureTable } from '~/ui/FigureTable'
import { formatCount } from '~/ui/format'
import { formatDuration, ruleName, scopeName } from './words'

type Limit = Data<'/api/v1/admin/rate_limiting/limits/{identifier}', 'get'>['limits'][number]

/** The limits that apply to an identifier, with usage and reset time. */
export function LimitTable({ limits }: { limits: Limit[] }) {
  return (
    <FigureTable label="Limits" headings={['Limit', 'Scope', 'Used', 'Allowed', 'Resets in']}>
      {limits.map(({ rule, scope, current, limit, reset_in }) => (
        <tr key={`${scope} ${rule}`} data-bad={(limit !== null && current >= limit) || undefined}>
          <th scope="row">{ruleName(rule)}</th>
          <td>{scopeName(scope)}</td>
          <td>{formatCount(current)}</td>
          <td>{limit === null ? 'Unlimited' : formatCount(limit)}</td>
          <td>{formatDuration(reset_in)}</td>
        </tr>
      ))}
    </FigureTable>
  )
}
