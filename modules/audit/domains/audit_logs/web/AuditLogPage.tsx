import { Code, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AuditLog } from '~/api'
import { useParam } from '~/params'
import { ActivityEntries } from '~/ui/activity/ActivityEntries'
import { useActivity } from '~/ui/activity/useActivity'
import { Copyable } from '~/ui/Copyable'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { Diff, Json } from '~/ui/Json'
import { LoadErrorPage } from '~/ui/LoadError'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { actorFact } from './actorFact'
import { type AuditLogDetail, auditLogQuery } from './queries'

/** One entry: its changes, related entries, and position in the hash chain. */
export function AuditLogPage() {
  const id = useParam('id')
  const { data: entry, error, refetch } = useQuery(auditLogQuery(id))
  const { sentence } = useActivity()
  if (error) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!entry) return <DetailSkeleton blocks={[240]} />
  const changed = Object.keys({ ...entry.old_values, ...entry.new_values }).length > 0
  const agent = entry.user_agent_parsed
  return (
    <DetailPage
      parent={{ label: 'Audit log', to: '/audit_logs' }}
      name={sentence(entry)}
      id={entry.id}
      status={<StatusPill state={entry.status} />}
      facts={[
        ['Action', <Code key="a">{entry.action}</Code>],
        ['Actor', actorFact(entry)],
        ['Time', exactUtc(entry.created_at)],
        ['Resource', <Resource key="o" entry={entry} />],
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
        <Title order={2} mb="xs">
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
          <Title order={2} mb="xs">
            Metadata
          </Title>
          <Json value={entry.metadata} label="Metadata" />
        </section>
      )}
      <Neighbors entry={entry} />
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

/** The record by name, and its ID. */
function Resource({ entry }: { entry: AuditLog }) {
  if (!entry.resource_id) return entry.resource_type
  return (
    <>
      {entry.resource_name}
      <Copyable value={entry.resource_id} label="resource ID" />
    </>
  )
}

/** The entries before and after this one, and others of the same user, address or record. */
function Neighbors({ entry }: { entry: AuditLogDetail }) {
  const { related_logs, nearby_logs, ...own } = entry
  const isLater = (other: AuditLog) =>
    [other.created_at, other.id].join() > [own.created_at, own.id].join()
  const nearby = [
    ...nearby_logs.filter(isLater),
    own,
    ...nearby_logs.filter((other) => !isLater(other)),
  ]
  const related = related_logs.filter(({ id }) => nearby.every((other) => other.id !== id))
  return (
    <>
      <Rail title="Around the same time">
        <ActivityEntries entries={nearby} ungrouped currentId={own.id} />
      </Rail>
      {related.length > 0 && (
        <Rail title="Related entries">
          <Text size="sm" c="dimmed" mb="xs">
            Entries within an hour with the same user, address or record.
          </Text>
          <ActivityEntries entries={related} />
        </Rail>
      )}
    </>
  )
}

function Rail({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  )
}
