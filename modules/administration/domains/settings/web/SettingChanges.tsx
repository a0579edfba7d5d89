import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import classes from './admin_settings.module.css'
import { changesQuery, type SettingChange } from './queries'

/** History of setting changes. */
export function SettingChanges() {
  const [page, setPage] = useState(1)
  const changes = useQuery(changesQuery(page))
  const pages = changes.data?.meta.total_pages ?? 0
  return (
    <SettingsSection title="History">
      {changes.isPending && <Skeleton height={120} aria-busy="true" />}
      {changes.error && !changes.data && (
        <LoadError error={changes.error} retry={() => void changes.refetch()} />
      )}
      {changes.data?.data.length === 0 && (
        <Text size="sm" c="dimmed">
          No changes yet. Every setting has its default value.
        </Text>
      )}
      {Boolean(changes.data?.data.length) && (
        <Rows label="Changes">
          {changes.data?.data.map((change) => (
            <Change key={change.id} change={change} />
          ))}
        </Rows>
      )}
      {pages > 1 && (
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Newer
          </Button>
          <Button variant="default" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            Older
          </Button>
        </Group>
      )}
    </SettingsSection>
  )
}

function Change({ change }: { change: SettingChange }) {
  return (
    <Rows.Row>
      <span className={classes.reason}>
        <span className="mono">{change.name}</span> {format(change.old_value)} →{' '}
        <b>{format(change.new_value)}</b>
      </span>
      <Rows.More>
        {change.changed_by?.name ?? 'Deleted user'}, <RelativeTime at={change.created_at} />
      </Rows.More>
    </Rows.Row>
  )
}

const format = (value: unknown) =>
  value === null ? 'none' : typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)
