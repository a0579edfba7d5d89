import { Text, Title } from '@mantine/core'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import type { StatusPageData } from './queries'
import classes from './status.module.css'
import { incidentDuration } from './words'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

/** Recent incidents by start day, newest first. */
export function PastIncidents({ incidents }: Pick<StatusPageData, 'incidents'>) {
  const days = Map.groupBy(incidents, ({ started_at }) => day.format(new Date(started_at)))
  return (
    <section aria-label="Incidents">
      <Title order={2} mb="xs">
        Incidents
      </Title>
      {incidents.length === 0 && <Text c="dimmed">No incidents in the last 15 days.</Text>}
      {[...days].map(([date, dayIncidents]) => (
        <div key={date} className={classes.day}>
          <Title order={3}>{date}</Title>
          <ul>
            {dayIncidents.map((incident) => (
              <li key={`${incident.service} ${incident.started_at}`} className={classes.incident}>
                <div className={classes.head}>
                  <b>{incident.service}</b>
                  <StatusPill state={incident.ended_at ? 'resolved' : 'down'} />
                </div>
                <Text size="sm" c="dimmed">
                  {incident.ended_at ? (
                    `Started ${exactUtc(incident.started_at)} and lasted ${incidentDuration(incident)}.`
                  ) : (
                    <>
                      Started <RelativeTime at={incident.started_at} />.
                    </>
                  )}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
