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
export const alerts = resource(
  '/admin/alerts',
  'What is, or was, wrong with the installation',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.alerts.read',
        of: Alert,
        query: AlertFilters,
        sorts: ['-created_at'],
        summary: 'What is, or was, wrong with this server',
      },
      ({ ctx, page, query }) => listAlerts(ctx, page, query),
    )
    r.get('/:id', { can: 'admin.alerts.read', of: Alert, summary: 'One alert' }, ({ ctx, id }) =>
      readAlert(ctx, id),
    )
    r.post(
      '/:id/acknowledge',
      {
        can: 'admin.alerts.update',
        whileImpersonating: 'only marks an alert, with both names',
        body: AlertNote,
        of: Alert,
        status: 200,
        summary: 'Say that you look after an open alert',
        says: 'Alert acknowledged',
        fails: ['invalid_transition'],
      },
      ({ ctx, id, body }) => acknowledgeAlert(ctx, id, body),
    )
    r.post(
      '/:id/resolve',
      {
        can: 'admin.alerts.update',
        whileImpersonating: 'only marks an alert, with both names',
        body: AlertNote,
        of: Alert,
        status: 200,
        summary: 'Say that an acknowledged alert is over',
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
        summary: 'What happened to an alert',
      },
      async ({ ctx, id, page }) => {
        const activities = await listAlertActivities(ctx, id, page)
        if (activities.total === 0) await readAlert(ctx, id) // there may be no such alert
        return activities
      },
    )
  },
)

/** What workers report. */
export const reportedAlerts = resource('/alerts', 'Alerts reported by programs', (r) => {
  r.post(
    '/',
    {
      can: 'system.alerts.create',
      body: NewAlert,
      of: RaisedAlert,
      mayExist: true,
      summary: 'Report that something is wrong; 200 when that is known already',
    },
    ({ ctx, body }) => raiseAlert(ctx, body),
  )
})
