import { useCan } from '~/session'
import { Sections as Pages } from '~/ui/Sections'

const alerts = { label: 'Alerts', to: '/admin/alerts' } as const
const rules = { label: 'Rules', to: '/admin/alerts/rules' } as const

/** The pages about alerts, side by side. */
export function Sections() {
  const pages = useCan('admin.alert_rules.read') ? [alerts, rules] : [alerts]
  return <Pages label="Alerts" pages={pages} />
}
