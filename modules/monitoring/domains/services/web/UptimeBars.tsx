import { formatDay } from '~/ui/times'
import type { UptimeDay } from './queries'
import classes from './UptimeBars.module.css'
import { historyStart, uptimePercent } from './words'

const GOOD = 99.9
const FAIR = 95

type Props = { days: UptimeDay[]; since: string | null; small?: boolean }

/** One bar per day, coloured by uptime; hatched without checks. */
export function UptimeBars({ days, since, small = false }: Props) {
  return (
    <div
      className={classes.days}
      data-small={small || undefined}
      role="img"
      aria-label={summarize(days, since)}
    >
      {days.map(({ date, uptime }) => (
        <span
          key={date}
          data-tone={toneOf(uptime)}
          title={`${formatDay(date)}: ${uptime === null ? 'not checked' : uptimePercent(uptime)}`}
        />
      ))}
    </div>
  )
}

function toneOf(uptime: number | null) {
  if (uptime === null) return 'none'
  if (uptime >= GOOD) return 'good'
  return uptime >= FAIR ? 'fair' : 'bad'
}

function summarize(days: UptimeDay[], since: string | null): string {
  const daysWithFailures = days.filter(({ uptime }) => uptime !== null && uptime < GOOD)
  const list = daysWithFailures.map(
    ({ date, uptime }) => `${formatDay(date)} ${uptimePercent(uptime)}`,
  )
  const summary =
    daysWithFailures.length === 0 ? 'no day with failures' : `failures on ${list.join(', ')}`
  if (!since) return 'Uptime by day: not checked yet'
  return `Uptime by day, ${historyStart(days, since).replace('Since', 'since')}: ${summary}`
}
