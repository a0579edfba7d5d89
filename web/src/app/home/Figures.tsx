import { SimpleGrid } from '@mantine/core'
import { Metric } from '../../ui/Metric'
import { useEventsToday, useFailedToday, useUnread, useUserCount } from './queries'

export function Figures() {
  const users = useUserCount()
  const events = useEventsToday()
  const failed = useFailedToday()
  const unread = useUnread()
  const today = new Date().toISOString().slice(0, 10)
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      {users.enabled && (
        <Metric
          label="Users"
          definition="Everyone in this account, whatever their status."
          value={users.count}
          to="/users"
        />
      )}
      {events.enabled && (
        <Metric
          label="Events today"
          definition="Audit log entries since midnight UTC."
          value={events.count}
          to="/audit_logs"
          search={{ date_from: today }}
        />
      )}
      {failed.enabled && (
        <Metric
          label="Failures today"
          definition="Audit log entries since midnight UTC whose outcome is an error."
          value={failed.count}
          to="/audit_logs"
          search={{ date_from: today, status: 'error' }}
        />
      )}
      <Metric
        label="Unread notifications"
        definition="Your notifications you have not read or dismissed."
        value={unread}
        to="/notifications"
        search={{ read: 'false' }}
      />
    </SimpleGrid>
  )
}
