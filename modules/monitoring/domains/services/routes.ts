import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { CheckFilters, listChecks, ServiceCheck } from './check.ts'
import { DueChecks, PreparedChecks, prepareChecks } from './checking.ts'
import { Incident, listIncidents } from './incident.ts'
import { Findings, RecordedChecks, recordFindings } from './outcome.ts'
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
  'Services that are watched, with their checks and incidents',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.services.read',
        of: Service,
        query: ServiceFilters,
        sorts: ['position', 'name', 'created_at', 'last_checked_at'],
        summary: 'The services that are watched, and how they are',
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
        summary: 'Watch a service; it is checked at once',
        says: 'Service added',
      },
      ({ ctx, body }) => createService(ctx, body),
    )
    r.get(
      '/stats',
      { can: 'admin.services.read', of: ServiceStats, summary: 'How many services are how' },
      ({ ctx }) => readServiceStats(ctx),
    )
    r.get(
      '/:id',
      { can: 'admin.services.read', of: Service, summary: 'One service' },
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
        whileImpersonating: 'asks an address that is watched already',
        of: Service,
        status: 200,
        summary: 'Have a service checked now',
        says: 'The check is on its way',
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
        summary: 'The checks of a service in the last 90 days',
      },
      async ({ ctx, id, page, query }) => {
        const checks = await listChecks(ctx, id, page, query)
        if (checks.total === 0) await requireService(ctx, id) // there may be no such service
        return checks
      },
    )
    r.list(
      '/:id/incidents',
      {
        can: 'admin.services.read',
        of: Incident,
        sorts: ['-started_at'],
        summary: 'When a service was down, and why',
      },
      async ({ ctx, id, page }) => {
        const incidents = await listIncidents(ctx, id, page)
        if (incidents.total === 0) await requireService(ctx, id) // there may be no such service
        return incidents
      },
    )
    r.get(
      '/:id/series',
      {
        can: 'admin.services.read',
        of: UptimeSeries,
        query: UptimeSeriesQuery,
        summary: 'Uptime and answer times of a service over 24 hours, 7 or 90 days',
      },
      async ({ ctx, id, query }) => {
        await requireService(ctx, id)
        return readUptimeSeries(ctx, id, query.time_range ?? '24h')
      },
    )
  },
)

/** Where workers ask what to check, and say what they found. */
export const checking = resource(
  '/internal/service_checks',
  'Checks of services, done by workers',
  (r) => {
    r.post(
      '/prepare',
      {
        can: 'system.services.check',
        body: DueChecks,
        of: PreparedChecks,
        status: 200,
        summary: 'What to check for each of these turns',
      },
      ({ ctx, body }) => prepareChecks(ctx, body.checks),
    )
    r.post(
      '/findings',
      {
        can: 'system.services.check',
        body: Findings,
        of: RecordedChecks,
        status: 200,
        name: 'reportFindings',
        summary: 'Report what checks found',
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
      summary: 'How the public services are, for anybody; 404 while the status page is off',
      fails: ['not_found'],
    },
    ({ ctx }) => readStatusPage(ctx),
  )
})
