import {
  choiceFilter,
  dateFilter,
  type ListFilters,
  type Option,
  stateOptions,
  textFilter,
} from '~/ui/list/state'

const levels = stateOptions('low', 'medium', 'high', 'critical')

/** The filters of the list. `actions` are the options of the first, or null while they are loading. */
export const auditFilters = (actions: readonly Option[] | null) => ({
  action: choiceFilter('Action', actions),
  ...filters,
})

/** Options for the actions, and for one that is not among them, as in a link to a filtered list. */
export function actionOptions(actions: readonly string[], chosen: string | undefined): Option[] {
  const all = chosen ? new Set([...actions, chosen]) : actions
  return [...all].map((action) => ({ value: action, label: actionLabel(action) }))
}

/** `api_key.status_changed` → "API key status changed". */
export function actionLabel(action: string): string {
  const text = action.replaceAll(/[._]/g, ' ').replace(/^api\b/, 'API')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A filter of the app or of the API as text: "action “User created”", "outcome “Error”". */
export function filterText(name: string, value: string): string {
  if (name === 'search') return `“${value}”`
  const all: ListFilters = auditFilters(actionOptions([], value))
  const { label = name.replaceAll('_', ' '), options = null } = all[name] ?? {}
  const shown = options?.find((option) => option.value === value)?.label ?? value
  return `${label.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())} “${shown}”`
}

const filters = {
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
