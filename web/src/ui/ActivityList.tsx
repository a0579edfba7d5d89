import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, reply } from '../api'
import { ActivityEntries } from './activity/ActivityEntries'
import { LoadError } from './LoadError'

type Props = {
  title: string
  /** Limits the list to one user. */
  userId?: string
  /** Limits the list to one resource. */
  resource?: { type: string; id: string }
  /** Reads the log of another account. Requires `admin.audit_logs.read`. */
  accountId?: string
  /** The number of rows. */
  limit?: number
  empty: string
}

/** The latest audit entries, newest first. Requires `audit_logs.read`. */
export function ActivityList({ title, userId, resource, accountId, limit = 8, empty }: Props) {
  const query = {
    // More than the rows, because several entries can be one row.
    per_page: Math.min(limit * 4, 100),
    ...(userId && { user_id: userId }),
    ...(accountId && { account_id: accountId }),
    ...(resource && { resource_type: resource.type, resource_id: resource.id }),
  }
  const log = useQuery({
    queryKey: ['audit_logs', 'activity', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/audit_logs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
  return (
    <section aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {log.isPending && (
        <Stack gap="sm" aria-busy="true">
          {[72, 60, 80, 55].map((width) => (
            <Skeleton key={width} height={14} width={`${width}%`} />
          ))}
        </Stack>
      )}
      {log.error && <LoadError error={log.error} retry={() => void log.refetch()} />}
      {log.data?.data.length === 0 && <Text c="dimmed">{empty}</Text>}
      {log.data && log.data.data.length > 0 && (
        <ActivityEntries
          entries={log.data.data}
          limit={limit}
          withActor={!userId}
          recordId={resource?.id}
        />
      )}
    </section>
  )
}
