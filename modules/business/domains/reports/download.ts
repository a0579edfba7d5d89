import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import { gzipOf } from '@powernode/server/platform/http/file_parts.ts'
import { Id, type QueryValues } from '@powernode/server/platform/http/shapes.ts'
import { requireSignedLink, SignedLinkQuery } from '@powernode/server/platform/http/signed_link.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { reportLink } from './report_request.ts'
import { viewersOf } from './viewers.ts'

export const ReportLinkQuery = {
  user_id: Id('The user the link was given to'),
  ...SignedLinkQuery,
}

const types = { csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' }

/**
 * The file of a report, for everyone with a signed link to it, as long as the user the link was given to may see the
 * report. Only one part at a time is in memory.
 */
export async function downloadReport(
  ctx: PlatformCtx,
  id: string,
  { user_id = '', ...link }: QueryValues<typeof ReportLinkQuery>,
): Promise<Download> {
  requireSignedLink(ctx, reportLink(id, user_id), link)
  const found = await ctx
    .acrossAccounts({ because: 'a signed link names no account' })
    .selectFrom('report_requests')
    .select(['account_id', 'name', 'report_type', 'all_accounts', 'format'])
    .select(['part_count', 'size_bytes', 'crc'])
    .where('id', '=', id)
    .where('status', '=', 'completed')
    .executeTakeFirst()
  const viewers = found ? await viewersOf(ctx, found.account_id, [user_id], found) : []
  if (!found || viewers.length === 0) throw fail.with('token_invalid')
  return {
    filename: filenameOf(found),
    type: types[found.format],
    gzipped: gzipOf(partsOf(ctx, id, found), found),
  }
}

/** The stored parts of a file, in order. */
export async function* partsOf(
  ctx: PlatformCtx,
  id: string,
  { account_id, part_count }: { account_id: string; part_count: number },
): AsyncGenerator<Buffer> {
  const accountCtx = ctx.inAccount(account_id)
  for (let part = 1; part <= part_count; part++) {
    const { content } = await accountCtx
      .own('report_request_parts')
      .select()
      .select('content')
      .where('report_request_id', '=', id)
      .where('part', '=', part)
      .executeTakeFirstOrThrow()
    yield content
  }
}

/** The name of a report as the name of a file that every system accepts. */
function filenameOf({ name, format }: { name: string; format: string }): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9.-]+/g, '_')
    .replace(/^[_.]+|_+$/g, '')
  return `${plain || 'report'}.${format}`
}
