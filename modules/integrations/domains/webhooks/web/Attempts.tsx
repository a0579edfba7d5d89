import { Text } from '@mantine/core'
import { formatMilliseconds } from '~/ui/format'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import type { DeliveryDetail } from './deliveries'
import classes from './webhooks.module.css'

/** Every attempt: when, how long it took, and the response. */
export function Attempts({ attempts }: Pick<DeliveryDetail, 'attempts'>) {
  if (attempts.length === 0) return <Text c="dimmed">No attempts yet.</Text>
  return (
    <ol className={classes.attempts}>
      {attempts.map((attempt) => (
        <li key={attempt.attempted_at} className={classes.attempt}>
          <Attempt attempt={attempt} />
        </li>
      ))}
    </ol>
  )
}

type Props = { attempt: DeliveryDetail['attempts'][number] }

export function Attempt({ attempt }: Props) {
  const { http_status, response_time_ms, error_message, response_body, attempted_at } = attempt
  return (
    <>
      <div className={classes.figures}>
        <StatusPill state={error_message === null ? 'successful' : 'failed'} />
        {http_status !== null && <span>HTTP {http_status}</span>}
        {error_message !== null && http_status === null && <span>{error_message}</span>}
        <span>{formatMilliseconds(response_time_ms)}</span>
        <Text span inherit c="dimmed">
          <RelativeTime at={attempted_at} />
        </Text>
      </div>
      {response_body && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
        <section tabIndex={0} aria-label="Response" className={classes.response}>
          <pre className={`${classes.code} ${classes.body}`}>{response_body}</pre>
        </section>
      )}
    </>
  )
}
