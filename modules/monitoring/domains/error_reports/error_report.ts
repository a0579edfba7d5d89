import { createHash, randomUUIDv7 } from 'node:crypto'
import type { LogLine } from '@powernode/contract/log_lines.ts'
import type { Ctx, PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'

const MAX_REPORTS = 500
const MAX_STACK = 4000
/** Errors with the same first frames are the same error. */
const COMPARED_FRAMES = 3

const From = Choice(['server', 'worker'], 'Type of the process that logged it')

export const ErrorReport = Shape('ErrorReport', {
  id: Id(),
  source: From,
  message: Text(1000, { description: 'Message of the last occurrence' }),
  stack: Nullable(Text(MAX_STACK, { description: 'Where it was thrown' })),
  request_id: Nullable(
    Text(100, { description: 'Id of the last request that failed with it, as in x-request-id' }),
  ),
  occurrence_count: Count('How often it occurred'),
  first_at: Time('First occurrence'),
  last_at: Time('Last occurrence'),
})

export const ErrorReportFilters = { source: From }

export function listErrorReports(
  ctx: Ctx,
  page: PageRequest,
  { source }: QueryValues<typeof ErrorReportFilters>,
) {
  let query = ctx.db
    .selectFrom('error_reports')
    .select(['id', 'source', 'message', 'stack', 'request_id', 'occurrence_count'])
    .select(['first_at', 'last_at'])
  if (source) query = query.where('source', '=', source)
  return paginate(ctx, query, page, 'error_reports')
}

/** Counts the errors among these log lines, in the transaction that stores the lines. */
export async function recordErrors(
  tx: PlatformTx,
  source: 'server' | 'worker',
  lines: LogLine[],
): Promise<void> {
  const reports = new Map<string, ReturnType<typeof reportOf>>()
  for (const line of lines) {
    if (line.level !== 'error' && line.level !== 'fatal') continue
    const report = reportOf(source, line)
    const key = report.fingerprint.toString('hex')
    const { occurrence_count = 0, first_at = report.first_at } = reports.get(key) ?? {}
    reports.set(key, { ...report, first_at, occurrence_count: occurrence_count + 1 })
  }
  if (reports.size === 0) return
  // In one order, so that two processes with the same errors do not deadlock.
  const rows = [...reports].sort(([one], [other]) => (one < other ? -1 : 1))
  await tx.db
    .insertInto('error_reports')
    .values(rows.map(([, report]) => report))
    .onConflict((conflict) =>
      conflict.column('fingerprint').doUpdateSet((eb) => ({
        message: eb.ref('excluded.message'),
        stack: eb.ref('excluded.stack'),
        request_id: eb.ref('excluded.request_id'),
        last_at: eb.ref('excluded.last_at'),
        occurrence_count: eb(
          'error_reports.occurrence_count',
          '+',
          eb.ref('excluded.occurrence_count'),
        ),
      })),
    )
    .execute()
}

/** Deletes all but the last 500, so that errors whose texts always differ do not fill the table. */
export async function deleteExcessReports(ctx: PlatformCtx): Promise<number> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('error reports are not a change made by a user')
    const { numDeletedRows } = await tx.db
      .deleteFrom('error_reports')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('error_reports')
          .select('id')
          .orderBy('last_at', 'desc')
          .orderBy('id', 'desc')
          .offset(MAX_REPORTS),
      )
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}

function reportOf(source: 'server' | 'worker', { message, metadata, logged_at }: LogLine) {
  const { err, reqId } = metadata as {
    err?: { message?: unknown; stack?: unknown }
    reqId?: unknown
  }
  const stack = typeof err?.stack === 'string' ? err.stack.slice(0, MAX_STACK) : null
  const cause = typeof err?.message === 'string' && err.message !== message ? err.message : ''
  const at = new Date(logged_at)
  return {
    id: randomUUIDv7(),
    fingerprint: fingerprint(source, message, stack),
    source,
    message: [message, cause].filter(Boolean).join(': ').slice(0, 1000),
    stack,
    request_id: typeof reqId === 'string' ? reqId.slice(0, 100) : null,
    occurrence_count: 1,
    first_at: at,
    last_at: at,
  }
}

/** By what was logged and where it was thrown, without ids and numbers. */
function fingerprint(source: string, message: string, stack: string | null): Buffer {
  const frames = stack?.match(/^\s+at .*$/gm)?.slice(0, COMPARED_FRAMES) ?? []
  const text = [source, message, ...frames]
    .join('\n')
    .replace(/[\da-f]{8}-[\da-f-]{27}/gi, 'id')
    .replace(/\d+/g, '0')
  return createHash('sha256').update(text).digest()
}
