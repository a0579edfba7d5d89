import { Button, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type Incident, incidentsQuery } from './queries'
import classes from './services.module.css'
import { Uptime } from './Uptime'
import { incidentDuration } from './words'

const FEW = 5
const MANY = 100

/** The uptime of a service and its incidents, newest first. */
export default function Incidents({ id, since }: { id: string; since: string | null }) {
  return (
    <>
      <Uptime id={id} since={since} />
      <Entries id={id} />
    </>
  )
}

function Entries({ id }: { id: string }) {
  const [size, setSize] = useState(FEW)
  const { data: page, error, refetch } = useQuery(incidentsQuery(id, size))
  return (
    <section aria-label="Incidents">
      <Title order={2} mb="xs">
        Incidents
      </Title>
      {error && !page && <LoadError error={error} retry={() => void refetch()} />}
      {!page && !error && <Skeleton height={44} aria-busy="true" />}
      {page?.data.length === 0 && <Text c="dimmed">No incidents.</Text>}
      {page && page.data.length > 0 && (
        <ol className={classes.incidents}>
          {page.data.map((incident) => (
            <li key={incident.id}>
              <Entry incident={incident} />
            </li>
          ))}
        </ol>
      )}
      {page && page.meta.total_count > page.data.length && size === FEW && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setSize(MANY)}>
          Show more
        </Button>
      )}
    </section>
  )
}

function Entry({ incident }: { incident: Incident }) {
  const ended = incident.ended_at !== null
  return (
    <>
      <StatusPill state={ended ? 'resolved' : 'down'} />
      <span className={classes.reason}>{incident.reason}</span>
      <Text span inherit c="dimmed">
        {ended ? `Lasted ${incidentDuration(incident)}, ` : 'Started '}
        <RelativeTime at={incident.started_at} />
      </Text>
    </>
  )
}
