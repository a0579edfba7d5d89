import { useCan } from '~/session'
import { SectionTabs as Pages } from '~/ui/SectionTabs'

const alerts = { label: 'Alerts', to: '/admin/alerts' } as const
const rules = { label: 'Rules', to: '/admin/alerts/rules' } as const

export function AlertTabs() {
  const pages = useCan('admin.alert_rules.read') ? [alerts, rules] : [alerts]
  return <Pages label="Alerts" pages={pages} />
}
