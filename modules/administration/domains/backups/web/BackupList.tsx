import { Button, Skeleton, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useCan, useMe } from '~/session'
import { formatBytes } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import classes from './backups.module.css'
import { type Backup, backUpNow, backupsQuery } from './queries'

/** The latest backups, newest first. */
export function BackupList() {
  const backups = useQuery(backupsQuery)
  const list = backups.data?.data
  const impersonating = useMe().impersonator !== null
  const mayStart = useCan('admin.backups.create') && !impersonating
  const start = useMutation({
    mutationFn: backUpNow,
    onSuccess: () => toast.done('The backup has started.'),
    onError: toast.failed,
  })
  const running = list?.some(({ status }) => status === 'running') ?? false
  return (
    <SettingsSection
      title="Latest backups"
      aside={
        mayStart && (
          <Button
            loading={start.isPending}
            disabled={running || !list}
            onClick={() => start.mutate()}
          >
            Back up now
          </Button>
        )
      }
    >
      {backups.isPending && <Skeleton height={120} aria-busy="true" />}
      {backups.error && !list && (
        <LoadError error={backups.error} retry={() => void backups.refetch()} />
      )}
      {list?.length === 0 && (
        <Text size="sm" c="dimmed">
          No backups yet.
        </Text>
      )}
      {Boolean(list?.length) && (
        <Rows label="Latest backups">
          {list?.map((backup) => (
            <Row key={backup.id} backup={backup} />
          ))}
        </Rows>
      )}
    </SettingsSection>
  )
}

function Row({ backup }: { backup: Backup }) {
  const { status, scheduled, path, size_bytes, error, started_at, started_by } = backup
  return (
    <Rows.Row>
      <StatusPill state={status} />
      <span className={classes.details}>{error ?? <span className="mono">{path}</span>}</span>
      <Rows.More>
        {size_bytes !== null && `${formatBytes(size_bytes)}, `}
        {scheduled ? 'scheduled' : (started_by?.name ?? 'deleted user')},{' '}
        <RelativeTime at={started_at} />
      </Rows.More>
    </Rows.Row>
  )
}
