import type { Data } from '../../api'
import classes from './rate_limiting.module.css'
import { ruleName, scopeName, span } from './words'

type Limit = Data<'/api/v1/admin/rate_limiting/limits/{identifier}', 'get'>['limits'][number]

/** What counts somebody, how much of it is used and when it begins anew. */
export function LimitTable({ limits }: { limits: Limit[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label="Limits that count">
      <table className={classes.table} aria-label="Limits that count">
        <thead>
          <tr>
            <th>Limit</th>
            <th>Counts</th>
            <th>Used</th>
            <th>Allowed</th>
            <th>Begins anew in</th>
          </tr>
        </thead>
        <tbody>
          {limits.map(({ rule, scope, current, limit, reset_in }) => (
            <tr
              key={`${scope} ${rule}`}
              data-spent={(limit !== null && current >= limit) || undefined}
            >
              <th scope="row">{ruleName(rule)}</th>
              <td>{scopeName(scope)}</td>
              <td>{current.toLocaleString('en')}</td>
              <td>{limit === null ? 'Any number' : limit.toLocaleString('en')}</td>
              <td>{span(reset_in)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
