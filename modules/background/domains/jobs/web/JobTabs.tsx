import { SectionTabs as Pages } from '~/ui/SectionTabs'

const pages = [
  { label: 'Overview', to: '/admin/jobs' },
  { label: 'All jobs', to: '/admin/jobs/all' },
  { label: 'Dead letters', to: '/admin/jobs/dead_letters' },
  { label: 'Schedules', to: '/admin/jobs/schedules' },
] as const

export const JobTabs = () => <Pages label="Jobs" pages={pages} />
