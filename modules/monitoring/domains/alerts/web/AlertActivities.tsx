import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import classes from '~/ui/ActivityList.module.css'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
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
        <ol className={classes.list}>
          {rows.map(({ id, action, user, note, performed_at }) => (
            <li key={id} className={classes.entry}>
              <span className={classes.what}>
                {titles[action]}
                {user && ` by ${user.name}`}
                {note && (
                  <Text size="xs" c="dimmed">
                    {note}
                  </Text>
                )}
              </span>
              <span className={classes.when}>
                <RelativeTime at={performed_at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
