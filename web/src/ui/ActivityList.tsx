import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AuditLog, api, reply } from '../api'
import classes from './ActivityList.module.css'
import { actorName } from './actorName'
import { LoadError } from './LoadError'
import { RelativeTime } from './RelativeTime'

type Props = {
  title: string
  /** Limits the list to one user. */
  userId?: string
  /** Limits the list to one resource. */
  resource?: { type: string; id: string }
  /** Entries of another account. Requires `admin.audit_logs.read`. */
  accountId?: string
  limit?: number
  empty: string
}

/** The latest audit entries, newest first. Requires `audit_logs.read`. */
export function ActivityList({ title, userId, resource, accountId, limit = 8, empty }: Props) {
  const query = {
    per_page: limit,
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
        <ol className={classes.list}>
          {log.data.data.map((entry) => (
            <Entry key={entry.id} entry={entry} showActor={!userId} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Entry({ entry, showActor }: { entry: AuditLog; showActor: boolean }) {
  const bad = entry.status !== 'success' || ['error', 'critical'].includes(entry.severity)
  return (
    <li className={classes.entry} data-bad={bad || undefined}>
      <span className={classes.what}>
        {showActor ? (
          <b>{actorName(entry)} </b>
        ) : (
          entry.impersonator && <b>{entry.impersonator.name} (impersonating) </b>
        )}
        <span className="mono">{entry.action}</span>
      </span>
      <span className={classes.when}>
        <RelativeTime at={entry.created_at} />
      </span>
    </li>
  )
}
