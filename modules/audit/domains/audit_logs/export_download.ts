import { permissionsIn } from '@powernode/modules/identity/domains/roles/effective_permissions.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import { gzipOf } from '@powernode/server/platform/http/file_parts.ts'
import type { QueryValues } from '@powernode/server/platform/http/shapes.ts'
import {
  requireSignedLink,
  type SignedLinkQuery,
} from '@powernode/server/platform/http/signed_link.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { exportLink } from './audit_export.ts'

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/**
 * The file of an export, for everyone with its signed link, as long as the user who requested it may still export. Only
 * one part at a time is in memory.
 */
export async function downloadExport(
  ctx: PlatformCtx,
  id: string,
  link: QueryValues<typeof SignedLinkQuery>,
): Promise<Download> {
  requireSignedLink(ctx, exportLink(id), link)
  const found = await ctx
    .acrossAccounts({ because: 'a signed link names no account' })
    .selectFrom('audit_exports as e')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .innerJoin('accounts', 'accounts.id', 'e.account_id')
    .innerJoin('accounts as home', 'home.id', 'u.account_id')
    .select(['e.account_id', 'format', 'part_count', 'size_bytes', 'crc', 'e.created_at'])
    .where('e.id', '=', id)
    .where('e.status', '=', 'completed')
    .where('u.status', '=', 'active')
    .where('accounts.status', '=', 'active')
    .where('home.status', '=', 'active')
    .where(
      sql<boolean>`'audit_logs.export' in (
        select name from (${permissionsIn(sql.ref('e.account_id'), ctx.now())}) held)`,
    )
    .executeTakeFirst()
  if (!found) throw fail.with('token_invalid')
  const day = dayOf(found.created_at).replaceAll('-', '')
  return {
    filename: `audit_logs_${day}.${found.format}`,
    type: types[found.format],
    gzipped: gzipOf(partsOf(ctx, id, found), found),
  }
}

interface ExportFile {
  account_id: string
  part_count: number
}

async function* partsOf(ctx: PlatformCtx, id: string, file: ExportFile): AsyncGenerator<Buffer> {
  const accountCtx = ctx.inAccount(file.account_id)
  for (let part = 1; part <= file.part_count; part++) {
    const { content } = await accountCtx
      .own('audit_export_parts')
      .select()
      .select('content')
      .where('export_id', '=', id)
      .where('part', '=', part)
      .executeTakeFirstOrThrow()
    yield content
  }
}
