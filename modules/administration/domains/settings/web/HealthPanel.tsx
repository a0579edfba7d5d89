import { Group, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useComposition } from '~/CompositionContext'
import { systemHealthQuery } from '~/health'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import classes from './admin_settings.module.css'

const EVERY_MS = 5000

/** The health of the installation's components, refetched every few seconds. */
export function HealthPanel() {
  const { health: components } = useComposition()
  const health = useQuery({ ...systemHealthQuery, refetchInterval: EVERY_MS })
  return (
    <section aria-label="Health">
      <Group gap="xs" mb="xs">
        <Title order={2}>Health</Title>
        {health.data && <StatusPill state={health.data.status} />}
        {health.data && (
          <Text size="sm" c="dimmed" component="span">
            checked <RelativeTime at={health.data.checked_at} />
          </Text>
        )}
      </Group>
      {health.error && !health.data && (
        <LoadError error={health.error} retry={() => void health.refetch()} />
      )}
      {health.isPending && <Skeleton height={190} aria-busy="true" />}
      {health.data && (
        <Rows>
          {components.map(({ part, label }) => {
            const { status, reason, latency_ms } = health.data[part]
            return (
              <Rows.Row key={part}>
                <span className={classes.component}>{label}</span>
                <StatusPill state={status} />
                <span className={classes.reason}>{reason ?? 'Working normally.'}</span>
                <Rows.More>{latency_ms} ms</Rows.More>
              </Rows.Row>
            )
          })}
        </Rows>
      )}
    </section>
  )
}
