import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import type { AuditLog } from '../../api'
import { RelativeTime } from '../RelativeTime'
import { ActivityRow, ActivityRows } from './ActivityRow'
import classes from './ActivityRow.module.css'
import { ActivitySentence } from './ActivitySentence'
import { groupsOf } from './groups'

type Props = {
  entries: AuditLog[]
  /** The largest number of rows. */
  limit?: number
  withActor?: boolean
  /** The record of the page that shows the list. */
  recordId?: string | undefined
  /** Shows every entry in a row of its own. */
  ungrouped?: boolean
  /** The entry of the page that shows the list. */
  currentId?: string
}

/** Entries of the audit log as sentences, newest first. Entries alike are one row that opens to all of them. */
export function ActivityEntries({
  entries,
  limit,
  withActor = true,
  recordId,
  ungrouped,
  currentId,
}: Props) {
  const groups = ungrouped ? entries.map((entry) => [entry] as const) : groupsOf(entries)
  return (
    <ActivityRows>
      {groups.slice(0, limit).map((group) => (
        <ActivityRow
          key={group[0].id}
          at={group[0].created_at}
          bad={isBad(group[0])}
          current={group[0].id === currentId}
          link={(time) => <EntryLink id={group[0].id}>{time}</EntryLink>}
        >
          <ActivitySentence
            entry={group[0]}
            count={group.length}
            recordId={recordId}
            withActor={withActor}
          />
          {group.length > 1 && <AllOf group={group} />}
        </ActivityRow>
      ))}
    </ActivityRows>
  )
}

const isBad = ({ status, severity }: AuditLog) =>
  status !== 'success' || ['error', 'critical'].includes(severity)

function AllOf({ group }: { group: readonly AuditLog[] }) {
  const [opened, setOpened] = useState(false)
  const id = useId()
  return (
    <>
      <Button
        className={classes.more ?? ''}
        variant="subtle"
        size="compact-xs"
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        {opened ? 'Hide' : `Show all ${group.length}`}
      </Button>
      <ul id={id} className={classes.times} hidden={!opened}>
        {group.map((entry) => (
          <li key={entry.id}>
            <EntryLink id={entry.id}>
              <RelativeTime at={entry.created_at} />
            </EntryLink>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The time of an entry, linked to its details with the exact time. */
function EntryLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Anchor
      inherit
      c="dimmed"
      renderRoot={(props) => <Link to="/audit_logs/$id" params={{ id }} {...props} />}
    >
      {children}
    </Anchor>
  )
}
