import { choice, date, stateOptions, text } from '~/ui/list/state'

const levels = stateOptions('low', 'medium', 'high', 'critical')

export const filters = {
  action: text('Action'),
  resource_type: text('Resource'),
  resource_id: text('Resource id'),
  user_email: text('Email'),
  ip_address: text('IP address'),
  status: choice('Outcome', stateOptions('success', 'warning', 'error')),
  severity: choice('Severity', levels),
  risk_level: choice('Risk', levels),
  source: choice(
    'Source',
    stateOptions(
      'web',
      'api',
      'system',
      'worker',
      'webhook',
      'admin_panel',
      'scheduler',
      'integration',
    ),
  ),
  date_from: date('From'),
  date_to: date('Until'),
}
