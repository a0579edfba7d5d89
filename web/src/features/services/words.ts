import { states } from '../../ui/list/state'
import type { Service } from './queries'

export const serviceStates = states('up', 'degraded', 'down', 'unknown', 'paused')

export const parts: { value: NonNullable<Service['part']>; label: string }[] = [
  { value: 'database', label: 'Database' },
  { value: 'queue', label: 'Job queue' },
  { value: 'worker', label: 'Workers' },
  { value: 'mail', label: 'Mail' },
  { value: 'disk', label: 'Disk' },
]

/** Never rounded up to a hundred that it is not; a dash where nothing was checked. */
export const percent = (rate: number | null) =>
  rate === null ? '–' : `${(Math.floor(rate * 100) / 100).toLocaleString('en')} %`

export const milliseconds = (time: number | null) =>
  time === null ? '–' : `${Math.round(time).toLocaleString('en')} ms`

/** "30 seconds", "5 minutes", "1 day". */
export function duration(seconds: number): string {
  const [size, unit] =
    seconds < 120
      ? [1, 'second']
      : seconds < 7200
        ? [60, 'minute']
        : seconds < 172_800
          ? [3600, 'hour']
          : [86_400, 'day']
  const count = Math.round(seconds / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** What is checked, in one line. */
export function targetOf({ check_type, method, url, host, port, part }: Service): string {
  if (check_type === 'http') return `${method} ${url}`
  if (check_type === 'tcp') return `${host}:${port}`
  return `${parts.find(({ value }) => value === part)?.label} of this installation`
}

/** How long an incident lasted, or has so far. */
export function lasted(incident: { started_at: string; ended_at: string | null }): string {
  const end = incident.ended_at ? Date.parse(incident.ended_at) : Date.now()
  return duration(Math.max(0, Math.round((end - Date.parse(incident.started_at)) / 1000)))
}
