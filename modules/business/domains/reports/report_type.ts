import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { callingUser } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Choice, Flag, ListOf, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { sql } from 'kysely'
import { type ReportTypeName, reportColumns } from './columns.ts'

export const reportFormats = ['csv', 'pdf'] as const
export const ReportFormat = Choice(
  reportFormats,
  'CSV has every row and column; a PDF has the main columns of the first 5,000 rows',
)

const reportTypeNames = Object.keys(reportColumns) as ReportTypeName[]
export const ReportTypeChoice = Choice(reportTypeNames, 'What it lists')

export const AllAccounts = Flag(
  'Whether it lists the rows of every account; requires `admin.analytics.read`',
)

export const ReportType = Shape('ReportType', {
  report_type: ReportTypeChoice,
  name: Text(50, { description: 'Its name', examples: ['Invoices'] }),
  description: Text(300, {
    description: 'What it lists',
    examples: ['Each invoice with its amounts, status and dates.'],
  }),
  formats: ListOf(ReportFormat, { description: 'Formats of its file' }),
  all_accounts_only: Flag('Whether it always lists the rows of every account'),
  columns: ListOf(Text(50, { examples: ['invoice_number'] }), {
    description: 'Columns of the CSV file, in order',
  }),
})

interface Definition {
  name: string
  description: string
  /** The permission to see these rows of one's own account; without one, only the seller sees them. */
  needs?: Permission
}

const definitions: Record<ReportTypeName, Definition> = {
  revenue: {
    name: 'Revenue',
    description: 'Monthly recurring revenue, its movements and the payments received.',
    needs: 'analytics.read',
  },
  growth: {
    name: 'Growth',
    description: 'Growth of the recurring revenue, with what was gained and lost.',
    needs: 'analytics.read',
  },
  churn: {
    name: 'Churn',
    description: 'Customers and recurring revenue lost in each month.',
    needs: 'analytics.read',
  },
  cohorts: {
    name: 'Cohorts',
    description: 'How many of the customers of each month still pay in later months.',
    needs: 'analytics.read',
  },
  customers: {
    name: 'Customers',
    description: 'Customers who pay, are new, returned or stopped in each month.',
    needs: 'analytics.read',
  },
  executive: {
    name: 'Executive summary',
    description: 'The main figures of each month: revenue, growth, customers and churn.',
    needs: 'analytics.read',
  },
  subscriptions: {
    name: 'Subscriptions',
    description: 'Each subscription with its plan, status, price and current period.',
    needs: 'subscriptions.read',
  },
  invoices: {
    name: 'Invoices',
    description: 'Each invoice with its amounts, status and dates.',
    needs: 'invoices.read',
  },
  payments: {
    name: 'Payments',
    description: 'Each payment with its amount, gateway and result.',
    needs: 'payments.read',
  },
  credit_notes: {
    name: 'Credit notes',
    description: 'Each credit note with its amounts and the invoice that it corrects.',
    needs: 'invoices.read',
  },
  ledger: {
    name: 'Ledger',
    description: 'Each line of the double-entry ledger. Debits are positive.',
  },
  plans: { name: 'Plans', description: 'Each plan with its price and status.' },
}

/** What is reported: a type, of one account or of all. */
export interface ReportSubject {
  report_type: ReportTypeName
  all_accounts: boolean
}

export const nameOfType = (type: ReportTypeName): string => definitions[type].name

/** The permissions that a user needs to see such a report, besides `reports.read`. */
export function permissionsFor({ report_type, all_accounts }: ReportSubject): Permission[] {
  const { needs } = definitions[report_type]
  return [all_accounts || !needs ? 'admin.analytics.read' : needs]
}

/** Whether the caller may see such a report. Workers and the system see all. */
export function mayReport(ctx: PlatformCtx, subject: ReportSubject): boolean {
  const caller = callingUser(ctx)
  return !caller || permissionsFor(subject).every((name) => caller.permissions.has(name))
}

/** Whether the caller may see a row of `report_requests` or `scheduled_reports`. */
export const isReportable = (ctx: PlatformCtx) =>
  sql<boolean>`report_type = any(case when all_accounts
    then ${reportableTypes(ctx, true)}::text[] else ${reportableTypes(ctx, false)}::text[] end)`

/** The types that the caller may see, of their account or of every account. */
function reportableTypes(ctx: PlatformCtx, all_accounts: boolean): ReportTypeName[] {
  return reportTypeNames.filter((report_type) => mayReport(ctx, { report_type, all_accounts }))
}

/**
 * Throws 403 if the caller may not see such a report, and 422 if the rows of its type do not belong to one account but
 * only one is asked for.
 */
export function requireReportable(ctx: PlatformCtx, subject: ReportSubject): void {
  if (!mayReport(ctx, subject)) {
    const [permission] = permissionsFor(subject)
    throw fail.with('forbidden', `This report requires the permission ${permission}`)
  }
  if (!subject.all_accounts && !definitions[subject.report_type].needs) {
    throw fail.invalid({ all_accounts: ['must be true for this type'] })
  }
}

/** The types of reports that the caller can request. */
export function listReportTypes(ctx: PlatformCtx, page: PageRequest) {
  const types = new Set([...reportableTypes(ctx, false), ...reportableTypes(ctx, true)])
  const rows = [...types].map((report_type) => {
    const { name, description, needs } = definitions[report_type]
    return {
      report_type,
      name,
      description,
      formats: [...reportFormats],
      all_accounts_only: !needs,
      columns: reportColumns[report_type].map(({ key }) => key),
    }
  })
  return pageOfRows(rows, page)
}
