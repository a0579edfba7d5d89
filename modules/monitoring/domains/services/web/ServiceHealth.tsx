import { Alert } from '@mantine/core'
import { formatNoun } from '~/ui/format'
import type { Service } from './queries'
import { durationText } from './words'

/** Explains the state of a service. Renders nothing while it is up. */
export function ServiceHealth({ service }: { service: Service }) {
  const { state, last_error, consecutive_failures: count, failure_threshold: limit } = service
  if (state === 'up') return null
  const { color, title, text } = {
    down: { color: 'red', title: 'Service is down', text: last_error },
    degraded: {
      color: 'amber',
      title: 'Service is degraded',
      text:
        count === 0
          ? last_error
          : `${last_error}. The service is considered down after ${formatNoun(limit, 'consecutive failure')} (${count} so far).`,
    },
    unknown: {
      color: 'gray',
      title: 'State unknown',
      text: `The first check is pending, or no worker is running. Checked every ${durationText(service.interval_seconds)}.`,
    },
    paused: {
      color: 'gray',
      title: 'Checks are paused',
      text: 'The service is not checked until it is resumed.',
    },
  }[state]
  return (
    <Alert color={color} title={title} role="status">
      {text}
    </Alert>
  )
}
