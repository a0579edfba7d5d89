import { Alert } from '@mantine/core'
import type { Service } from './queries'
import { durationText, pluralize } from './words'

/** What is wrong, in plain words. Silent while all is well. */
export function ServiceHealth({ service }: { service: Service }) {
  const { state, last_error, consecutive_failures: count, failure_threshold: limit } = service
  if (state === 'up') return null
  const { color, title, text } = {
    down: { color: 'red', title: 'It is down', text: last_error },
    degraded: {
      color: 'amber',
      title: 'It needs a look',
      text:
        count === 0
          ? last_error
          : `${last_error}. It counts as down after ${pluralize(limit, 'failure')} in a row; so far: ${count}.`,
    },
    unknown: {
      color: 'gray',
      title: 'It is not known how it is',
      text: `The first check is on its way, or no worker runs. It is checked every ${durationText(service.interval_seconds)}.`,
    },
    paused: {
      color: 'gray',
      title: 'It is paused',
      text: 'It is not checked until it is resumed.',
    },
  }[state]
  return (
    <Alert color={color} title={title} role="status">
      {text}
    </Alert>
  )
}
