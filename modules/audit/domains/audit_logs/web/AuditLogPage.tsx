import { Anchor, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuditLog } from '~/api'
import { useParam } from '~/params'
import { actorName } from '~/ui/actorName'
import { Copyable } from '~/ui/Copyable'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { Diff, Json } from '~/ui/Json'
import { LoadErrorPage } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import classes from './audit_logs.module.css'
import { auditLogQuery } from './queries'

/** One entry: its changes, related entries, and position in the hash chain. */
export function AuditLogPage() {
  const id = useParam('id')
  const { data: entry, error, refetch } = useQuery(auditLogQuery(id))
  if (error) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!entry) return <DetailSkeleton blocks={[240]} />
  const changed = Object.keys({ ...entry.old_values, ...entry.new_values }).length > 0
  const agent = entry.user_agent_parsed
  return (
    <DetailPage
      parent={{ label: 'Audit log', to: '/audit_logs' }}
      name={entry.action}
      id={entry.id}
      status={<StatusPill state={entry.status} />}
      facts={[
        ['Message', entry.message],
        ['Actor', entry.user ? `${actorName(entry)} (${entry.user.email})` : 'System'],
        ['Time', exactUtc(entry.created_at)],
        ['Resource', [entry.resource_type, entry.resource_id].filter(Boolean).join(' ')],
        ['Severity', <StatusPill key="s" state={entry.severity} />],
        ['Risk', <StatusPill key="r" state={entry.risk_level} />],
        ['Risk score', `${entry.risk_score} of 10`],
        ['Source', entry.source],
        ['IP address', entry.ip_address ?? '–'],
        [
          'Client',
          [agent?.browser, agent?.platform].filter(Boolean).join(' on ') ||
            (entry.user_agent ?? '–'),
        ],
        ['Sequence number', entry.sequence_number ?? 'Not sealed yet'],
        ['Request', entry.request_id ?? '–'],
      ]}
    >
      <section aria-label="Changes">
        {' '}
        <Title order={2} mb="xs">
          {' '}
          Changes
        </Title>
        {changed ? (
          <Diff before={entry.old_values} after={entry.new_values} />
        ) : (
          <Text c="dimmed">No values changed.</Text>
        )}
      </section>
      {Object.keys(entry.metadata).length > 0 && (
        <section aria-label="Metadata">
          {' '}
          <Title order={2} mb="xs">
            {' '}
            Metadata
          </Title>
          <Json value={entry.metadata} label="Metadata" />
        </section>
      )}
      <Related entries={entry.related_logs} />
      {entry.integrity_hash && (
        <section aria-label="Hash">
          <Title order={2} mb="xs">
            Hash
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            Computed from this entry and the previous hash. If the entry or the previous hash
            changes, this hash no longer matches.
          </Text>
          <Copyable value={entry.integrity_hash} label="hash" />
        </section>
      )}
    </DetailPage>
  )
}

function Related({ entries }: { entries: AuditLog[] }) {
  return (
    <section aria-label="Related entries">
      {' '}
      <Title order={2} mb="xs">
        {' '}
        Related entries
      </Title>
      {entries.length === 0 && (
        <Text c="dimmed">No entries of the same user, address or resource within an hour.</Text>
      )}
      <ul className={classes.related}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Anchor
              inherit
              className="mono"
              renderRoot={(props) => (
                <Link to="/audit_logs/$id" params={{ id: entry.id }} {...props} />
              )}
            >
              {entry.action}
            </Anchor>
            <Text size="xs" c="dimmed" span>
              {actorName(entry)}, <RelativeTime at={entry.created_at} />
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
