import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import { type Ctx, callingUser, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  DayText,
  Id,
  Nullable,
  type QueryValues,
  Secret,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { signLink } from '@powernode/server/platform/http/signed_link.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { AccountName, accountAt } from '../invoices/invoice.ts'
import { AllAccounts, isReportable, ReportFormat, ReportTypeChoice } from './report_type.ts'
import { reportStatuses } from './transitions.ts'

const KEPT_DAYS = 7

export const ReportName = Title(100, {
  description: 'Its name; also the name of the file',
  examples: ['Invoices of November'],
})

export const ReportRequest = Shape('ReportRequest', {
  id: Id(),
  account: AccountName,
  name: ReportName,
  report_type: ReportTypeChoice,
  format: ReportFormat,
  all_accounts: AllAccounts,
  start_date: DayText('First day (UTC) on which its rows were created'),
  end_date: DayText('Last day (UTC) on which its rows were created'),
  as_of: Time('When it was requested; rows created later are not in it'),
  status: Choice(reportStatuses, 'Status'),
  progress: Type.Integer({ minimum: 0, maximum: 100, description: 'Percent done', examples: [40] }),
  row_count: Count('Rows written so far'),
  size_bytes: Count('Size of the file so far'),
  sha256: Nullable(
    Text(64, {
      description: 'SHA-256 of the file in hexadecimal',
      examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    }),
  ),
  error: Nullable(Text(2000, { description: 'Why it failed' })),
  requested_by: Nullable(Person),
  scheduled_report_id: Nullable(Id('The schedule that requested it')),
  created_at: Time('When it was requested'),
  completed_at: Nullable(Time('When the file was ready')),
  expires_at: Time('When the report and its file are deleted'),
  download_url: Nullable(
    Secret(
      'Works without signing in, for everyone who has it, until it expires or you may no longer see the report',
      'https://powernode.example.com/api/v1/reports/requests/…',
      { maxLength: 2000 },
    ),
  ),
})

export const ReportFilters = {
  status: ReportRequest.properties.status,
  report_type: ReportTypeChoice,
  format: ReportFormat,
  scheduled_report_id: Id('Only of this schedule'),
  search: Text(100, { description: 'Part of the name, or an id', examples: ['november'] }),
}

type Request = Static<typeof ReportRequest>

/** The days of a report, as text: a Date would be in the time zone of the process. */
export const reportDays = [
  sql<string>`start_date::text`.as('start_date'),
  sql<string>`end_date::text`.as('end_date'),
]

/** When a report that changes now is deleted. */
export const expiryOfReport = (ctx: PlatformCtx) =>
  new Date(ctx.now().getTime() + KEPT_DAYS * DAY_MS)

/** What a link to the file of a report is signed for: the report, and the user it was given to. */
export const reportLink = (id: string, userId: string) => ({
  purpose: 'report link',
  subject: [id, userId],
})

/** The link of a user to the file of a report. */
export function linkToReport(
  ctx: PlatformCtx,
  { id, expires_at }: { id: string; expires_at: Date },
  userId: string,
): string {
  const path = `/reports/requests/${id}/download`
  const query = { user_id: userId }
  return signLink(ctx, reportLink(id, userId), { path, expiresAt: expires_at, query })
}

/** The reports of the account that the caller may see. */
export async function listReportRequests(
  ctx: Ctx,
  page: PageRequest,
  filters: QueryValues<typeof ReportFilters>,
) {
  let query = visible(ctx)
  for (const name of ['status', 'report_type', 'format', 'scheduled_report_id'] as const) {
    const value = filters[name]
    if (value) query = query.where(name, '=', value)
  }
  const { search } = filters
  if (search && isId(search)) query = query.where('id', '=', search)
  else if (search) query = query.where((eb) => contains(eb.ref('name'), search))
  const { rows, ...listing } = await paginate(ctx, query, page, 'report_requests')
  return { ...listing, rows: rows.map((row) => toRequest(ctx, row)) }
}

export async function readReportRequest(ctx: Ctx, id: string): Promise<Request> {
  const row = await visible(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw fail.notFound('request')
  return toRequest(ctx, row)
}

/** A report of any account, for workers. */
export async function readAnyReportRequest(ctx: PlatformCtx, id: string): Promise<Request> {
  return readReportRequest(ctx.inAccount(await accountOfReport(ctx, id)), id)
}

export async function accountOfReport(ctx: PlatformCtx, id: string): Promise<string> {
  const found = await ctx
    .acrossAccounts({ because: 'a worker identifies the report, not the account' })
    .selectFrom('report_requests')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw fail.notFound('request')
  return found.account_id
}

function visible(ctx: Ctx) {
  const all = ctx.own('report_requests').select().where('expires_at', '>', ctx.now())
  return selectRequests(all).where(isReportable(ctx))
}

function selectRequests(query: SelectQueryBuilder<DB, 'report_requests', object>) {
  return query.select([
    'id',
    'name',
    'report_type',
    'format',
    'all_accounts',
    ...reportDays,
    'as_of',
    'status',
    'progress',
    'row_count',
    'size_bytes',
    'sha256',
    'error',
    'scheduled_report_id',
    'created_at',
    'completed_at',
    'expires_at',
    accountAt('report_requests').as('account'),
    personAt('report_requests.user_id').as('requested_by'),
  ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>

function toRequest(ctx: Ctx, row: Row): Request {
  const caller = callingUser(ctx)
  const isReady = row.status === 'completed' && caller
  return { ...row, download_url: isReady ? linkToReport(ctx, row, caller.userId) : null }
}
