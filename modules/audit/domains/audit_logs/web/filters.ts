import { choiceFilter, dateFilter, stateOptions, textFilter } from '~/ui/list/state'

const levels = stateOptions('low', 'medium', 'high', 'critical')

export const filters = {
  action: textFilter('Action'),
  resource_type: textFilter('Resource'),
  resource_id: textFilter('Resource ID'),
  user_email: textFilter('Email'),
  ip_address: textFilter('IP address'),
  status: choiceFilter('Outcome', stateOptions('success', 'warning', 'error')),
  severity: choiceFilter('Severity', levels),
  risk_level: choiceFilter('Risk', levels),
  source: choiceFilter(
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
  date_from: dateFilter('From'),
  date_to: dateFilter('Until'),
}
