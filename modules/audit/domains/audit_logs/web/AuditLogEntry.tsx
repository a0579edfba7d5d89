import { Text, Title } from '@mantine/core'
import type { AuditLog } from '~/api'
import { ActivitySentence } from '~/ui/activity/ActivitySentence'
import { Copyable } from '~/ui/Copyable'
import { Diff, Json } from '~/ui/Json'
import { exactUtc } from '~/ui/relative'
import classes from './AuditLogEntry.module.css'
import { actorFact } from './actorFact'

/** Details of an entry: the changes and the request. */
export default function AuditLogEntry({ entry }: { entry: AuditLog }) {
  const changed = Object.keys({ ...entry.old_values, ...entry.new_values }).length > 0
  const facts: [string, string | null][] = [
    ['Time', exactUtc(entry.created_at)],
    ['Action', entry.action],
    ['Actor', actorFact(entry)],
    ...impersonatorFact(entry),
    ['Source', entry.source],
    ['Risk', entry.risk_level],
    ['IP address', entry.ip_address],
    ['Browser', entry.user_agent],
    [
      'Sequence number',
      entry.sequence_number === null ? 'Not sealed yet' : String(entry.sequence_number),
    ],
  ]
  return (
    <div className={classes.entry}>
      <div className={classes.part}>
        <Text size="sm">
          <ActivitySentence entry={entry} />
        </Text>
        <Title order={2}>Changes</Title>
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
                <Copyable value={entry.resource_id} label="resource ID" />
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
                <Copyable value={entry.request_id} label="request ID" />
              </dd>
            </div>
          )}
        </dl>
      </div>
    </div>
  )
}

/** The impersonator, if there was one. */
const impersonatorFact = ({ impersonator }: AuditLog): [string, string][] =>
  impersonator ? [['Impersonated by', `${impersonator.name} (${impersonator.email})`]] : []
