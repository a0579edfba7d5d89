import { choice, date, states, text } from '~/ui/list/state'

const levels = states('low', 'medium', 'high', 'critical')

export const filters = {
  action: text('Action'),
  resource_type: text('Resource'),
  resource_id: text('Resource id'),
  user_email: text('Email'),
  ip_address: text('IP address'),
  status: choice('Outcome', states('success', 'warning', 'error')),
  severity: choice('Severity', levels),
  risk_level: choice('Risk', levels),
  source: choice(
    'Source',
    states('web', 'api', 'system', 'worker', 'webhook', 'admin_panel', 'scheduler', 'integration'),
  ),
  date_from: date('From'),
  date_to: date('Until'),
}
