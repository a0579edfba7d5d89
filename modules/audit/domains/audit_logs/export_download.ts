import { timingSafeEqual } from 'node:crypto'
import { permissionsIn } from '@powernode/modules/identity/domains/roles/effective_permissions.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { exportSignature } from './audit_export.ts'

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty final block, which the stored parts lack. */
const END = [3, 0]

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/**
 * The file of an export, for everyone with its signed link, as long as the user who requested it may still export. Only
 * one part at a time is in memory.
 */
export async function downloadExport(
  ctx: PlatformCtx,
  id: string,
  { expires = 0, signature = '' }: { expires?: number; signature?: string },
): Promise<Download> {
  const signatureBytes = Buffer.from(signature, 'base64url')
  const expected = exportSignature(ctx, id, expires)
  const signed =
    signatureBytes.length === expected.length && timingSafeEqual(signatureBytes, expected)
  if (!signed || expires * 1000 <= ctx.now().getTime()) throw fail.with('token_invalid')
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
    gzipped: gzipOf(ctx, id, found),
  }
}

interface ExportFile {
  account_id: string
  part_count: number
  size_bytes: number
  crc: number
}

/** The stored parts of one deflate stream, between the gzip header and trailer. */
async function* gzipOf(ctx: PlatformCtx, id: string, file: ExportFile): AsyncGenerator<Buffer> {
  yield HEADER
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
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(file.crc, 0)
  trailer.writeUInt32LE(file.size_bytes % 2 ** 32, 4)
  yield Buffer.concat([Buffer.from(END), trailer])
}
