import { Sections as Pages } from '~/ui/Sections'

const pages = [
  { label: 'Overview', to: '/admin/jobs' },
  { label: 'All jobs', to: '/admin/jobs/all' },
  { label: 'Dead letters', to: '/admin/jobs/dead_letters' },
  { label: 'Schedules', to: '/admin/jobs/schedules' },
] as const

/** The pages about jobs, side by side. */
export const Sections = () => <Pages label="Jobs" pages={pages} />
