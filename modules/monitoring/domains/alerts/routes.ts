import { resource } from '@powernode/server/platform/http/resource.ts'
import { AlertActivity, listAlertActivities } from './activity.ts'
import {
  Alert,
  AlertFilters,
  AlertNote,
  acknowledgeAlert,
  listAlerts,
  readAlert,
  resolveAlert,
} from './alert.ts'
import { NewAlert, RaisedAlert, raiseAlert } from './opening.ts'

/** Admin → Alerts. */
export const alerts = resource('/admin/alerts', 'Alerts of the installation', (r) => {
  r.list(
    '/',
    {
      can: 'admin.alerts.read',
      of: Alert,
      query: AlertFilters,
      sorts: ['-created_at'],
      summary: 'List alerts',
    },
    ({ ctx, page, query }) => listAlerts(ctx, page, query),
  )
  r.get('/:id', { can: 'admin.alerts.read', of: Alert, summary: 'Get an alert' }, ({ ctx, id }) =>
    readAlert(ctx, id),
  )
  r.post(
    '/:id/acknowledge',
    {
      can: 'admin.alerts.update',
      whileImpersonating: 'changes only the status of an alert; both users are recorded',
      body: AlertNote,
      of: Alert,
      status: 200,
      summary: 'Acknowledge an open alert',
      says: 'Alert acknowledged',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => acknowledgeAlert(ctx, id, body),
  )
  r.post(
    '/:id/resolve',
    {
      can: 'admin.alerts.update',
      whileImpersonating: 'changes only the status of an alert; both users are recorded',
      body: AlertNote,
      of: Alert,
      status: 200,
      summary: 'Resolve an acknowledged alert',
      says: 'Alert resolved',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => resolveAlert(ctx, id, body),
  )
  r.list(
    '/:id/activities',
    {
      can: 'admin.alerts.read',
      of: AlertActivity,
      sorts: ['-performed_at'],
      summary: 'List the activities of an alert',
    },
    async ({ ctx, id, page }) => {
      const activities = await listAlertActivities(ctx, id, page)
      if (activities.total === 0) await readAlert(ctx, id) // 404 if there is no such alert
      return activities
    },
  )
})

/** Reports of workers. */
export const reportedAlerts = resource('/alerts', 'Alerts reported by workers', (r) => {
  r.post(
    '/',
    {
      can: 'system.alerts.create',
      body: NewAlert,
      of: RaisedAlert,
      mayExist: true,
      summary: 'Report an alert; 200 if it repeats an open one',
    },
    ({ ctx, body }) => raiseAlert(ctx, body),
  )
})
