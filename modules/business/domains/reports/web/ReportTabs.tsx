import { SectionTabs } from '~/ui/SectionTabs'

const pages = [
  { label: 'Reports', to: '/reports' },
  { label: 'Schedules', to: '/reports/scheduled' },
] as const

export function ReportTabs() {
  return <SectionTabs label="Reports" pages={pages} />
}
