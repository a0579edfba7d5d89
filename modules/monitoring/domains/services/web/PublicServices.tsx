import { Text } from '@mantine/core'
import { StatusPill } from '~/ui/StatusPill'
import type { StatusPageData } from './queries'
import classes from './status.module.css'
import { UptimeBars } from './UptimeBars'
import { historyStart, uptimePercent } from './words'

/** Public services with their state and uptime of the last 90 days. */
export function PublicServices({ services }: Pick<StatusPageData, 'services'>) {
  if (services.length === 0) return <Text c="dimmed">No services are shown yet.</Text>
  return (
    <ul className={classes.services} aria-label="Services">
      {services.map((service) => (
        <li key={service.name}>
          <div className={classes.head}>
            <b>{service.name}</b>
            <StatusPill state={service.state} />
          </div>
          <UptimeBars days={service.days} since={service.checked_since} />
          <div className={classes.axis}>
            <span>{historyStart(service.days, service.checked_since)}</span>
            {service.uptime_90d !== null && <span>{uptimePercent(service.uptime_90d)} uptime</span>}
            <span>Today</span>
          </div>
        </li>
      ))}
    </ul>
  )
}
