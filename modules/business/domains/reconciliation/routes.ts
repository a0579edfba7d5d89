import { resource } from '@powernode/server/platform/http/resource.ts'
import { LoggedCorrection, logMissingPayment, NewCorrection } from './correction.ts'
import {
  flagDifference,
  listFlags,
  NewFlag,
  ReconciliationFlag,
  ReconciliationFlagFilters,
  RecordedFlag,
  readFlag,
} from './flag.ts'
import {
  InvestigationNotes,
  investigateFlag,
  NewInvestigation,
  OpenedInvestigation,
  openInvestigation,
} from './investigation.ts'
import {
  ChargesToFind,
  findKnownPayments,
  KnownPayments,
  ListedPayments,
  MarkedPayments,
  markListed,
} from './known.ts'
import { LocalPayment, LocalPaymentFilters, listLocalPayments } from './local_payments.ts'
import {
  AcceptedReport,
  listReconciliationReports,
  ReconciliationReport,
  ReconciliationReportFilters,
  readReconciliationReport,
  SubmittedReport,
  submitReport,
} from './report.ts'
import { closeFlag, FlagNote } from './resolving.ts'
import {
  BegunComparison,
  beginComparison,
  DayToCompare,
  requestComparison,
  ScheduledDays,
  scheduleComparisons,
} from './running.ts'
import { ListedCharge, SettledCharge, settleListedCharge } from './settling.ts'

/** What workers read and report. */
export const reconciliation = resource(
  '/reconciliation',
  'Comparison of payments with what the payment gateways list',
  (r) => {
    const payments = {
      can: 'system.reconciliation.process',
      of: LocalPayment,
      query: LocalPaymentFilters,
      requires: ['start_date', 'end_date'],
      sorts: ['created_at'],
    } as const
    r.list(
      '/stripe_payments',
      { ...payments, summary: 'List the payments received with Stripe' },
      ({ ctx, page, query }) => listLocalPayments(ctx, 'stripe', page, query),
    )
    r.list(
      '/paypal_payments',
      { ...payments, summary: 'List the payments received with PayPal' },
      ({ ctx, page, query }) => listLocalPayments(ctx, 'paypal', page, query),
    )
    r.post(
      '/report',
      {
        can: 'system.reconciliation.process',
        body: SubmittedReport,
        of: AcceptedReport,
        status: 201,
        summary: 'Record a comparison; the same day and gateway are updated',
      },
      ({ ctx, body }) => submitReport(ctx, body),
    )
    r.post(
      '/corrections',
      {
        can: 'system.reconciliation.process',
        body: NewCorrection,
        of: LoggedCorrection,
        status: 201,
        mayExist: true,
        summary: 'Log a payment that is missing here; nothing is booked',
      },
      ({ ctx, body }) => logMissingPayment(ctx, body),
    )
    r.post(
      '/investigations',
      {
        can: 'system.reconciliation.process',
        body: NewInvestigation,
        of: OpenedInvestigation,
        status: 201,
        mayExist: true,
        summary: 'Open the investigation of a difference, or of amounts that differ',
        fails: ['invalid_transition'],
      },
      ({ ctx, body }) => openInvestigation(ctx, body),
    )
  },
)

export const reconciliationFlags = resource(
  '/reconciliation/flags',
  'Differences between payments and what the payment gateways list',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.reconciliation.read',
        of: ReconciliationFlag,
        query: ReconciliationFlagFilters,
        sorts: ['-created_at'],
        summary: 'List differences',
      },
      ({ ctx, page, query }) => listFlags(ctx, page, query),
    )
    r.get(
      '/:id',
      { can: 'admin.reconciliation.read', of: ReconciliationFlag, summary: 'Get a difference' },
      ({ ctx, id }) => readFlag(ctx, id),
    )
    r.post(
      '/',
      {
        can: 'system.reconciliation.process',
        body: NewFlag,
        of: RecordedFlag,
        status: 201,
        mayExist: true,
        summary: 'Record a difference; the same one is updated',
      },
      ({ ctx, body }) => flagDifference(ctx, body),
    )
    const act = {
      can: 'admin.reconciliation.update',
      notImpersonating: true,
      of: ReconciliationFlag,
      status: 200,
      fails: ['invalid_transition'] as 'invalid_transition'[],
    } as const
    r.post(
      '/:id/investigate',
      {
        ...act,
        body: InvestigationNotes,
        summary: 'Open the investigation of a difference, as its investigator',
        says: 'Investigation opened',
      },
      ({ ctx, id, body }) => investigateFlag(ctx, id, body),
    )
    r.post(
      '/:id/resolve',
      {
        ...act,
        body: FlagNote,
        summary: 'Resolve a difference that was mended',
        says: 'Difference resolved',
      },
      ({ ctx, id, body }) => closeFlag(ctx, id, 'resolved', body),
    )
    r.post(
      '/:id/dismiss',
      {
        ...act,
        body: FlagNote,
        summary: 'Dismiss a difference about which nothing is to be done',
        says: 'Difference dismissed',
      },
      ({ ctx, id, body }) => closeFlag(ctx, id, 'dismissed', body),
    )
  },
)

export const reconciliationReports = resource(
  '/reconciliation/reports',
  'Comparisons of days with a payment gateway',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.reconciliation.read',
        of: ReconciliationReport,
        query: ReconciliationReportFilters,
        sorts: ['-report_date'],
        summary: 'List comparisons',
      },
      ({ ctx, page, query }) => listReconciliationReports(ctx, page, query),
    )
    r.get(
      '/:id',
      {
        can: 'admin.reconciliation.read',
        of: ReconciliationReport,
        summary: 'Get a comparison with the totals of both sides',
      },
      ({ ctx, id }) => readReconciliationReport(ctx, id),
    )
    r.post(
      '/',
      {
        can: 'admin.reconciliation.update',
        notImpersonating: true,
        body: DayToCompare,
        of: ReconciliationReport,
        summary: 'Compare a day now, also again',
        says: 'Comparison started',
        fails: ['gateway_not_configured'],
      },
      ({ ctx, body }) => requestComparison(ctx, body),
    )
  },
)

/** For the handlers of `reconcile_payments` and `reconcile_day`. */
export const comparing = resource(
  '/internal/reconciliation',
  'Comparison of payments by workers',
  (r) => {
    const worker = { can: 'system.reconciliation.process', status: 200 } as const
    r.post(
      '/schedule',
      { ...worker, of: ScheduledDays, summary: 'Enqueue the comparisons of the last four days' },
      ({ ctx }) => scheduleComparisons(ctx),
    )
    r.post(
      '/begin',
      {
        ...worker,
        body: DayToCompare,
        of: BegunComparison,
        summary: 'Begin to compare a day, and get the credentials for it',
        fails: ['gateway_not_configured'],
      },
      ({ ctx, body }) => beginComparison(ctx, body),
    )
    r.post(
      '/find',
      {
        ...worker,
        body: ChargesToFind,
        of: KnownPayments,
        summary: 'Find the payments that charges of a gateway may be',
      },
      ({ ctx, body }) => findKnownPayments(ctx, body),
    )
    r.post(
      '/settle',
      {
        ...worker,
        body: ListedCharge,
        of: SettledCharge,
        summary: 'Record money that the gateway lists as received',
      },
      ({ ctx, body }) => settleListedCharge(ctx, body),
    )
    r.post(
      '/mark',
      {
        ...worker,
        body: ListedPayments,
        of: MarkedPayments,
        summary: 'Remember that the gateway listed payments',
      },
      ({ ctx, body }) => markListed(ctx, body),
    )
  },
)
