import { resource } from '@powernode/server/platform/http/resource.ts'
import { SignedLinkQuery } from '@powernode/server/platform/http/signed_link.ts'
import { listActions, RecordedAction } from './actions.ts'
import {
  AuditExport,
  listExports,
  NewAuditExport,
  readExport,
  requestExport,
} from './audit_export.ts'
import {
  AuditLog,
  AuditLogCreated,
  createAuditLog,
  listAuditLogs,
  NewAuditLog,
} from './audit_log.ts'
import { AuditLogDetail, readAuditLog } from './audit_log_detail.ts'
import { downloadExport } from './export_download.ts'
import {
  AuditExportFailure,
  AuditExportPartRequest,
  AuditExportProgress,
  markExportFailed,
  writePart,
} from './export_parts.ts'
import { AuditFilters, WholeDay } from './filters.ts'
import { AuditCleanUp, AuditIntegrity, cleanUpAuditLogs, readIntegrity } from './integrity.ts'
import { RiskAnalysis, readRiskAnalysis } from './risk.ts'
import {
  AuditStats,
  ComplianceSummary,
  readAuditStats,
  readComplianceSummary,
  readSecuritySummary,
  SecuritySummary,
  SummaryRange,
} from './summaries.ts'
import { ActivityTimeline, EventLimit, Granularity, readTimeline } from './timeline.ts'

const reading = { can: 'audit_logs.read', otherAccount: 'admin.audit_logs.read' } as const
const analysing = { ...reading, class: 'heavy' } as const
const time_range = SummaryRange

export const auditLogs = resource('/audit_logs', 'Audit log entries and their summaries', (r) => {
  r.list(
    '/',
    {
      ...reading,
      of: AuditLog,
      query: AuditFilters,
      sorts: ['-created_at'],
      summary: 'List the audit log entries of the account',
    },
    ({ ctx, page, query }) => listAuditLogs(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'system.audit_logs.create',
      body: NewAuditLog,
      of: AuditLogCreated,
      summary: 'Create an audit log entry',
    },
    ({ ctx, body }) => createAuditLog(ctx, body),
  )
  r.list(
    '/actions',
    {
      ...reading,
      of: RecordedAction,
      sorts: ['action'],
      summary: 'List the actions that entries of the account have',
    },
    ({ ctx, page }) => listActions(ctx, page),
  )
  r.get(
    '/stats',
    { ...analysing, of: AuditStats, summary: 'Get statistics of the audit log' },
    ({ ctx }) => readAuditStats(ctx),
  )
  r.get(
    '/security_summary',
    {
      ...analysing,
      query: { time_range },
      of: SecuritySummary,
      summary: 'Get a summary of security events',
    },
    ({ ctx, query }) => readSecuritySummary(ctx, query.time_range),
  )
  r.get(
    '/compliance_summary',
    {
      ...analysing,
      query: { time_range },
      of: ComplianceSummary,
      summary: 'Get a summary of events that concern personal data',
    },
    ({ ctx, query }) => readComplianceSummary(ctx, query.time_range),
  )
  r.get(
    '/activity_timeline',
    {
      ...analysing,
      query: { ...AuditFilters, time_range, granularity: Granularity, limit: EventLimit },
      of: ActivityTimeline,
      summary: 'Get a timeline of the account’s activity, or of the entries that match filters',
    },
    ({ ctx, query }) => readTimeline(ctx, query),
  )
  r.get(
    '/risk_analysis',
    {
      ...analysing,
      query: { time_range },
      of: RiskAnalysis,
      summary: 'Get a risk analysis of the account',
    },
    ({ ctx, query }) => readRiskAnalysis(ctx, query.time_range),
  )
  r.get(
    '/integrity',
    { ...reading, of: AuditIntegrity, summary: 'Get the integrity of the audit log' },
    ({ ctx }) => readIntegrity(ctx),
  )
  r.post(
    '/export',
    {
      can: 'audit_logs.export',
      notImpersonating: true,
      class: 'heavy',
      body: NewAuditExport,
      of: AuditExport,
      summary: 'Export audit log entries to a file',
      says: 'Export started',
      status: 201,
      location: '/audit_logs/exports',
    },
    ({ ctx, body }) => requestExport(ctx, body),
  )
  r.delete(
    '/cleanup',
    {
      can: 'admin.audit_logs.delete',
      query: { cutoff_date: WholeDay },
      of: AuditCleanUp,
      name: 'cleanUp',
      summary:
        'Delete the oldest audit log entries of every account, up to a day; one year ago by default',
      says: 'Audit log cleaned up',
      notImpersonating: true,
    },
    ({ ctx, query }) => cleanUpAuditLogs(ctx, query.cutoff_date),
  )
  r.get(
    '/:id',
    { ...reading, of: AuditLogDetail, summary: 'Get an audit log entry' },
    ({ ctx, id }) => readAuditLog(ctx, id),
  )
})

export const auditExports = resource('/audit_logs/exports', 'Exports of the audit log', (r) => {
  r.list(
    '/',
    {
      can: 'audit_logs.export',
      notImpersonating: true,
      of: AuditExport,
      sorts: ['-created_at'],
      summary: 'List exports that have not expired',
    },
    ({ ctx, page }) => listExports(ctx, page),
  )
  r.get(
    '/:id',
    {
      can: 'audit_logs.export',
      notImpersonating: true,
      of: AuditExport,
      summary: 'Get an export and its progress',
    },
    ({ ctx, id }) => readExport(ctx, id),
  )
  r.download(
    '/:id/download',
    {
      can: 'public',
      query: SignedLinkQuery,
      types: ['text/csv', 'application/json'],
      summary: 'Download an export with its signed link',
      fails: ['token_invalid'],
    },
    ({ ctx, id, query }) => downloadExport(ctx, id, query),
  )
})

export const internalExports = resource(
  '/internal/audit_exports',
  'Writing of exports by workers',
  (r) => {
    r.post(
      '/:id/parts',
      {
        can: 'system.jobs.process',
        body: AuditExportPartRequest,
        of: AuditExportProgress,
        name: 'addPart',
        summary: 'Write the next part of an export',
        status: 200,
        fails: ['invalid_transition'],
      },
      ({ ctx, id, body }) => writePart(ctx, id, body.part),
    )
    r.post(
      '/:id/failure',
      {
        can: 'system.jobs.process',
        body: AuditExportFailure,
        of: AuditExportProgress,
        name: 'reportFailure',
        summary: 'Mark an export as failed',
        status: 200,
      },
      ({ ctx, id, body }) => markExportFailed(ctx, id, body.error),
    )
  },
)
