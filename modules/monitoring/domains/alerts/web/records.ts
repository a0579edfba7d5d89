import { IconAlertTriangle, IconRuler2 } from '@tabler/icons-react'
import { api, data, LARGEST_PAGE, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'
import type { Alert, AlertRule } from './queries'

const MAX_FOUND = 5

/** The latest alerts are searched in the browser; earlier ones are found by id. */
const alertRecords: Records = {
  order: 170,
  label: 'Alerts',
  to: '/admin/alerts',
  icon: IconAlertTriangle,
  needs: 'admin.alerts.read',
  key: 'alerts',
  find: async (search, signal) => {
    const path = '/api/v1/admin/alerts'
    const latest = await reply(api.GET(path, { params: { query: LARGEST_PAGE }, signal }))
    return latest.data
      .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
      .slice(0, MAX_FOUND)
      .map(foundAlert)
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    return foundAlert(await data(api.GET('/api/v1/admin/alerts/{id}', { params, signal })))
  },
}

const alertRuleRecords: Records = {
  order: 180,
  label: 'Alert rules',
  to: '/admin/alerts/rules',
  icon: IconRuler2,
  needs: 'admin.alert_rules.read',
  key: 'alert_rules',
  find: async (search, signal) => {
    const query = { search, per_page: MAX_FOUND }
    const path = '/api/v1/admin/alert_rules'
    return (await reply(api.GET(path, { params: { query }, signal }))).data.map(foundRule)
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    return foundRule(await data(api.GET('/api/v1/admin/alert_rules/{id}', { params, signal })))
  },
}

const foundAlert = ({ id, name, status, summary }: Alert): FoundRecord => ({
  id,
  label: name,
  description: summary ?? status,
  search: { alert: id },
})

const foundRule = ({ id, name }: AlertRule): FoundRecord => ({
  id,
  label: name,
  description: '',
  search: { search: name },
})

export default [alertRecords, alertRuleRecords]
