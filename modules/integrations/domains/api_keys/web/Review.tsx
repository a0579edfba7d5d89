import { formatCount } from '~/ui/format'
import classes from './api_keys.module.css'
import { type ApiKeyValues, addressesOf } from './queries'
import { ScopeList } from './ScopeList'

/** Everything that was entered, before the key is created. */
export function Review({ values }: { values: ApiKeyValues }) {
  const { name, description, environment, scopes, expires_at } = values
  const facts = [
    ['Name', name],
    ['Description', description || '–'],
    ['Environment', environment === 'live' ? 'Live' : 'Test'],
    ['Scopes', <ScopeList key="s" names={scopes} />],
    ['Expires', expires_at ? `At the end of ${expires_at}, UTC` : 'Never'],
    ['Allowed IP addresses', addressesOf(values.allowed_ips).join(', ') || 'Any'],
    ['Requests per minute', count(values.rate_limit_per_minute, 'Default limit')],
    ['Requests per month', count(values.monthly_quota, 'No quota')],
  ] as const
  return (
    <dl className={classes.review}>
      {facts.map(([label, value]) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const count = (number: number | '', fallback: string) =>
  number ? `Up to ${formatCount(number)}` : fallback
