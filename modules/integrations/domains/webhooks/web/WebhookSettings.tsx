import { FactList } from '~/ui/FactList'
import { formatNoun } from '~/ui/format'
import { exactUtc } from '~/ui/relative'
import type { Webhook } from './queries'
import classes from './webhooks.module.css'

/** What a webhook sends, where and how. */
export default function WebhookSettings({ webhook }: { webhook: Webhook }) {
  const { url, event_types, timeout_seconds, retry_limit, secret_preview } = webhook
  const { previous_secret_expires_at: until } = webhook
  return (
    <FactList
      lines
      facts={[
        ['URL', <Mono key="u">{url}</Mono>],
        ['Events', <Events key="e" types={event_types} />],
        ['Timeout', formatNoun(timeout_seconds, 'second')],
        ['Retries', retry_limit === 0 ? 'None' : retry_limit],
        ['Signing secret', <Mono key="s">{secret_preview}</Mono>],
        until !== null && ['Previous secret valid until', exactUtc(until)],
      ]}
    />
  )
}

function Mono({ children }: { children: string }) {
  return <span className="mono">{children}</span>
}

function Events({ types }: { types: string[] }) {
  if (types.length === 0) return 'All events, including events added later'
  return (
    <ul className={classes.events}>
      {types.map((type) => (
        <li key={type} className="mono">
          {type}
        </li>
      ))}
    </ul>
  )
}
