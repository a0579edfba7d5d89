import classes from './api_keys.module.css'
import { type ApiKeyValues, addressesOf } from './queries'
import { ScopeList } from './ScopeList'

/** All that was entered, before the key is made. */
export function Review({ values }: { values: ApiKeyValues }) {
  const { name, description, environment, scopes, expires_at } = values
  const facts = [
    ['Name', name],
    ['Description', description || 'None'],
    ['Environment', environment === 'live' ? 'Live' : 'Test'],
    ['Scopes', <ScopeList key="s" names={scopes} />],
    ['Expires', expires_at ? `At the end of ${expires_at}, UTC` : 'Never'],
    ['Allowed from', addressesOf(values.allowed_ips).join(', ') || 'Anywhere'],
    ['Requests a minute', count(values.rate_limit_per_minute, 'The general limit')],
    ['Requests a month', count(values.monthly_quota, 'No quota')],
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

const count = (number: number | '', otherwise: string) =>
  number ? `At most ${number.toLocaleString('en')}` : otherwise
