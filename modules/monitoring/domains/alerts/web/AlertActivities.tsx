import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ActivityRow, ActivityRows } from '~/ui/activity/ActivityRow'
import { LoadError } from '~/ui/LoadError'
import { type AlertActivity, alertActivitiesQuery } from './queries'

const titles: Record<AlertActivity['action'], string> = {
  triggered: 'Triggered',
  notified: 'Administrators notified',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
}

/** Activities of an alert, newest first. */
export function AlertActivities({ id }: { id: string }) {
  const { data: rows, error, refetch } = useQuery(alertActivitiesQuery(id))
  return (
    <section aria-label="History">
      <Title order={2} mb="xs">
        History
      </Title>
      {error && !rows && <LoadError error={error} retry={() => void refetch()} />}
      {!rows && !error && <Skeleton height={80} aria-busy="true" />}
      {rows && (
        <ActivityRows>
          {rows.map(({ id, action, user, note, performed_at }) => (
            <ActivityRow key={id} at={performed_at}>
              {titles[action]}
              {user && ` by ${user.name}`}
              {note && (
                <Text size="xs" c="dimmed">
                  {note}
                </Text>
              )}
            </ActivityRow>
          ))}
        </ActivityRows>
      )}
    </section>
  )
}
