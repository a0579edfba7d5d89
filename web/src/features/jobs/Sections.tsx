import { Link } from '@tanstack/react-router'
import classes from './jobs.module.css'

const sections = [
  { label: 'Overview', to: '/admin/jobs' },
  { label: 'All jobs', to: '/admin/jobs/all' },
  { label: 'Dead letters', to: '/admin/jobs/dead_letters' },
  { label: 'Schedules', to: '/admin/jobs/schedules' },
] as const

/** The pages about jobs, side by side. */
export function Sections() {
  return (
    <nav className={classes.sections} aria-label="Jobs">
      {sections.map(({ label, to }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
