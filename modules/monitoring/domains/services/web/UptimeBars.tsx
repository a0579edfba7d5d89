import type { UptimeDay } from './queries'
import classes from './UptimeBars.module.css'
import { uptimePercent } from './words'

const GOOD = 99.9
const FAIR = 95

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** One bar per day, coloured by uptime. */
export function UptimeBars({ days, small = false }: { days: UptimeDay[]; small?: boolean }) {
  return (
    <div
      className={classes.days}
      data-small={small || undefined}
      role="img"
      aria-label={summarize(days)}
    >
      {days.map(({ date, uptime }) => (
        <span
          key={date}
          data-tone={toneOf(uptime)}
          title={`${day.format(new Date(date))}: ${uptime === null ? 'not checked' : uptimePercent(uptime)}`}
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

function summarize(days: UptimeDay[]): string {
  const daysWithFailures = days.filter(({ uptime }) => uptime !== null && uptime < GOOD)
  const list = daysWithFailures.map(
    ({ date, uptime }) => `${day.format(new Date(date))} ${uptimePercent(uptime)}`,
  )
  const summary =
    daysWithFailures.length === 0 ? 'no day with failures' : `failures on ${list.join(', ')}`
  return `Uptime of the last ${days.length} days: ${summary}`
}
