import { Text, Title } from '@mantine/core'
import type { AuditLog } from '~/api'
import { Copyable } from '~/ui/Copyable'
import { Diff, Json } from '~/ui/Json'
import { exactUtc } from '~/ui/RelativeTime'
import classes from './AuditLogEntry.module.css'

/** One entry opened up: what changed, and the request that changed it. */
export function AuditLogEntry({ entry }: { entry: AuditLog }) {
  const changed = Object.keys({ ...entry.old_values, ...entry.new_values }).length > 0
  const facts: [string, string | null][] = [
    ['When', exactUtc(entry.created_at)],
    ['Who', entry.user ? `${entry.user.name} (${entry.user.email})` : 'System'],
    ...behind(entry),
    ['Source', entry.source],
    ['Risk', entry.risk_level],
    ['IP address', entry.ip_address],
    ['Browser', entry.user_agent],
    ['Number', entry.sequence_number === null ? 'Not sealed yet' : String(entry.sequence_number)],
  ]
  return (
    <div className={classes.entry}>
      <div className={classes.part}>
        {entry.message && <Text size="sm">{entry.message}</Text>}
        <Title order={2}>What changed</Title>
        {changed ? (
          <Diff before={entry.old_values} after={entry.new_values} />
        ) : (
          <Text size="sm" c="dimmed">
            No values changed.
          </Text>
        )}
        {Object.keys(entry.metadata).length > 0 && <Json value={entry.metadata} label="Metadata" />}
      </div>
      <div className={classes.part}>
        <Title order={2}>Request</Title>
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value ?? '–'}</dd>
            </div>
          ))}
          {entry.resource_id && (
            <div>
              <dt>{entry.resource_type}</dt>
              <dd>
                <Copyable value={entry.resource_id} label="resource id" />
              </dd>
            </div>
          )}
          {entry.integrity_hash && (
            <div>
              <dt>Hash</dt>
              <dd>
                <Copyable value={entry.integrity_hash} label="hash" />
              </dd>
            </div>
          )}
          {entry.request_id && (
            <div>
              <dt>Request</dt>
              <dd>
                <Copyable value={entry.request_id} label="request id" />
              </dd>
            </div>
          )}
        </dl>
      </div>
    </div>
  )
}

/** Who really did it, where somebody acted as another. */
const behind = ({ impersonator }: AuditLog): [string, string][] =>
  impersonator ? [['Acted by', `${impersonator.name} (${impersonator.email})`]] : []
