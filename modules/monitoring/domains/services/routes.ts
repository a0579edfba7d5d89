import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { CheckFilters, listChecks, ServiceCheck } from './check.ts'
import { CheckTurns, PreparedChecks, prepareChecks } from './checking.ts'
import { Incident, listIncidents } from './incident.ts'
import { CheckFindings, RecordedChecks, recordFindings } from './outcome.ts'
import {
  checkService,
  createService,
  deleteService,
  listServices,
  NewService,
  readService,
  requireService,
  Service,
  ServiceChanges,
  ServiceFilters,
  updateService,
} from './service.ts'
import { readServiceStats, ServiceStats } from './stats.ts'
import { readStatusPage, StatusPage } from './status_page.ts'
import { readUptimeSeries, UptimeSeries, UptimeSeriesQuery } from './uptime.ts'

/** Admin → Services. */
export const services = resource(
  '/admin/services',
  'Monitored services, with their checks and incidents',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.services.read',
        of: Service,
        query: ServiceFilters,
        sorts: ['position', 'name', 'created_at', 'last_checked_at'],
        summary: 'List monitored services and their state',
      },
      ({ ctx, page, query }) => listServices(ctx, page, query),
    )
    r.post(
      '/',
      {
        can: 'admin.services.create',
        notImpersonating: true,
        body: NewService,
        of: Service,
        summary: 'Add a service; it is checked at once',
        says: 'Service added',
      },
      ({ ctx, body }) => createService(ctx, body),
    )
    r.get(
      '/stats',
      { can: 'admin.services.read', of: ServiceStats, summary: 'Count services by state' },
      ({ ctx }) => readServiceStats(ctx),
    )
    r.get(
      '/:id',
      { can: 'admin.services.read', of: Service, summary: 'Get a service' },
      ({ ctx, id }) => readService(ctx, id),
    )
    r.update(
      '/:id',
      {
        can: 'admin.services.update',
        notImpersonating: true,
        body: ServiceChanges,
        of: Service,
        summary: 'Change, pause or resume a service',
        says: 'Service updated',
      },
      ({ ctx, id, body }) => updateService(ctx, id, body),
    )
    r.delete(
      '/:id',
      {
        can: 'admin.services.delete',
        notImpersonating: true,
        of: Empty,
        summary: 'Delete a service with its checks and incidents',
        says: 'Service deleted',
      },
      ({ ctx, id }) => deleteService(ctx, id),
    )
    r.post(
      '/:id/check',
      {
        can: 'admin.services.update',
        whileImpersonating: 'requests an address that is already monitored',
        of: Service,
        status: 200,
        summary: 'Check a service now',
        says: 'Check started',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => checkService(ctx, id),
    )
    r.list(
      '/:id/checks',
      {
        can: 'admin.services.read',
        of: ServiceCheck,
        query: CheckFilters,
        sorts: ['-checked_at'],
        summary: 'List the checks of a service in the last 90 days',
      },
      async ({ ctx, id, page, query }) => {
        const checks = await listChecks(ctx, id, page, query)
        if (checks.total === 0) await requireService(ctx, id) // 404 if there is no such service
        return checks
      },
    )
    r.list(
      '/:id/incidents',
      {
        can: 'admin.services.read',
        of: Incident,
        sorts: ['-started_at'],
        summary: 'List the incidents of a service',
      },
      async ({ ctx, id, page }) => {
        const incidents = await listIncidents(ctx, id, page)
        if (incidents.total === 0) await requireService(ctx, id) // 404 if there is no such service
        return incidents
      },
    )
    r.get(
      '/:id/series',
      {
        can: 'admin.services.read',
        of: UptimeSeries,
        query: UptimeSeriesQuery,
        summary: 'Get uptime and response times of a service over 24 hours, 7 or 90 days',
      },
      async ({ ctx, id, query }) => {
        await requireService(ctx, id)
        return readUptimeSeries(ctx, id, query.time_range ?? '24h')
      },
    )
  },
)

/** Where workers get checks and report results. */
export const internalChecks = resource(
  '/internal/service_checks',
  'Checks of services by workers',
  (r) => {
    r.post(
      '/prepare',
      {
        can: 'system.services.check',
        body: CheckTurns,
        of: PreparedChecks,
        status: 200,
        summary: 'Get the targets and settings of due checks',
      },
      ({ ctx, body }) => prepareChecks(ctx, body.checks),
    )
    r.post(
      '/findings',
      {
        can: 'system.services.check',
        body: CheckFindings,
        of: RecordedChecks,
        status: 200,
        name: 'reportFindings',
        summary: 'Report the results of checks',
      },
      ({ ctx, body }) => recordFindings(ctx, body.findings),
    )
  },
)

export const statusPage = resource('/status', 'The public status page', (r) => {
  r.get(
    '/',
    {
      can: 'public',
      duringMaintenance: true,
      of: StatusPage,
      summary: 'Get the public services and their state; 404 if the status page is disabled',
      fails: ['not_found'],
    },
    ({ ctx }) => readStatusPage(ctx),
  )
})
