import { timingSafeEqual } from 'node:crypto'
import { permissionsIn } from '@powernode/modules/identity/domains/roles/effective_permissions.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { exportSignature } from './audit_export.ts'

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty last block, which the parts lack. */
const END = [3, 0]

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/**
 * The file of an export, for whoever has its signed link, as long as the person who asked for it could still do so.
 * One part at a time is in memory.
 */
export async function downloadExport(
  ctx: PlatformCtx,
  id: string,
  { expires = 0, signature = '' }: { expires?: number; signature?: string },
): Promise<Download> {
  const given = Buffer.from(signature, 'base64url')
  const right = exportSignature(ctx, id, expires)
  const signed = given.length === right.length && timingSafeEqual(given, right)
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
  const day = found.created_at.toISOString().slice(0, 10).replaceAll('-', '')
  return {
    filename: `audit_logs_${day}.${found.format}`,
    type: types[found.format],
    gzipped: gzipOf(ctx, id, found),
  }
}

interface Whole {
  account_id: string
  part_count: number
  size_bytes: number
  crc: number
}

/** The stored pieces of one deflate stream, between the header and the sums that make it a gzip file. */
async function* gzipOf(ctx: PlatformCtx, id: string, whole: Whole): AsyncGenerator<Buffer> {
  yield HEADER
  const inside = ctx.inAccount(whole.account_id)
  for (let part = 1; part <= whole.part_count; part++) {
    const { content } = await inside
      .own('audit_export_parts')
      .select()
      .select('content')
      .where('export_id', '=', id)
      .where('part', '=', part)
      .executeTakeFirstOrThrow()
    yield content
  }
  const sums = Buffer.alloc(8)
  sums.writeUInt32LE(whole.crc, 0)
  sums.writeUInt32LE(whole.size_bytes % 2 ** 32, 4)
  yield Buffer.concat([Buffer.from(END), sums])
}
