import { Person, personOf } from '@powernode/modules/identity/domains/users/person.ts'
import { type Ctx, callingUser, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Dictionary,
  Id,
  Nullable,
  Secret,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { signLink } from '@powernode/server/platform/http/signed_link.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { AuditFilters, storedFilters } from './filters.ts'

const KEPT_HOURS = 24

const Format = Choice(['csv', 'json'], 'CSV, or one JSON array of entries')
const ExportStatus = Choice(['pending', 'processing', 'completed', 'failed'], 'Status')

export const AuditExport = Shape('AuditExport', {
  id: Id(),
  format: Format,
  filters: Dictionary('The filters of the export'),
  status: ExportStatus,
  progress: Type.Integer({ minimum: 0, maximum: 100, description: 'Percent done', examples: [40] }),
  row_count: Count('Entries written so far'),
  size_bytes: Count('Size of the uncompressed file'),
  error: Nullable(Text(2000, { description: 'Why it failed' })),
  requested_by: Nullable(Person),
  created_at: Time('When it was requested; later entries are not in it'),
  completed_at: Nullable(Time('When it was completed')),
  expires_at: Time('When the file is deleted'),
  download_url: Nullable(
    Secret(
      'Works without signing in, for everyone who has it, until it expires or the user who requested it may no longer export',
      'https://powernode.example.com/api/v1/audit_logs/exports/…',
      { maxLength: 2000 },
    ),
  ),
})

export const NewAuditExport = Shape('NewAuditExport', {
  format: Type.Optional(Format),
  filters: Type.Optional(
    Type.Partial(Shape(AuditFilters), {
      additionalProperties: false,
      description: 'The filters of the list',
    }),
  ),
})

type Export = Static<typeof AuditExport>

/** Enqueues a job that writes the entries into a file. */
export async function requestExport(
  ctx: Ctx,
  { format = 'csv', ...input }: Static<typeof NewAuditExport>,
): Promise<Export> {
  const requester = callingUser(ctx)
  if (!requester) throw fail.with('forbidden')
  const filters = storedFilters(input.filters ?? {})
  const id = await ctx.transaction(async (tx) => {
    const created = await tx
      .own('audit_exports')
      .insert({
        user_id: requester.userId,
        format,
        filters,
        created_at: tx.now(),
        expires_at: expiry(tx),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.audit('audit_log.exported', created.id, { metadata: { format, filters } })
    await tx.enqueue('export_audit_logs', { export_id: created.id })
    return created.id
  })
  return readExport(ctx, id)
}

export async function listExports(ctx: Ctx, page: PageRequest) {
  const { rows, ...listing } = await paginate(ctx, selectExports(ctx), page, 'audit_exports')
  return { ...listing, rows: rows.map((row) => toExport(ctx, row)) }
}

export async function readExport(ctx: Ctx, id: string): Promise<Export> {
  const row = await selectExports(ctx).where('audit_exports.id', '=', id).executeTakeFirst()
  if (!row) throw fail.notFound('export')
  return toExport(ctx, row)
}

/** The expiry of a file created now. */
export const expiry = (ctx: PlatformCtx) => new Date(ctx.now().getTime() + KEPT_HOURS * HOUR_MS)

/** What a link to the file is signed for. */
export const exportLink = (id: string) => ({ purpose: 'audit export link', subject: [id] })

export function progressOf({
  status,
  row_count,
  total_count,
}: {
  status: Export['status']
  row_count: number
  total_count: number | null
}): number {
  if (status === 'completed') return 100
  return total_count ? Math.min(99, Math.floor((row_count * 100) / total_count)) : 0
}

function selectExports(ctx: Ctx) {
  return ctx
    .own('audit_exports')
    .select()
    .leftJoin('users', 'users.id', 'audit_exports.user_id')
    .select([
      'audit_exports.id',
      'format',
      'filters',
      'audit_exports.status',
      'error',
      'row_count',
      'total_count',
      'size_bytes',
      'audit_exports.created_at',
      'completed_at',
      'expires_at',
      personOf('users').as('requested_by'),
    ])
    .where('expires_at', '>', ctx.now())
}

type Row = Awaited<ReturnType<ReturnType<typeof selectExports>['executeTakeFirstOrThrow']>>

function toExport(ctx: Ctx, { total_count, ...row }: Row): Export {
  const done = row.status === 'completed'
  return {
    ...row,
    progress: progressOf({ ...row, total_count }),
    download_url: done
      ? signLink(ctx, exportLink(row.id), {
          path: `/audit_logs/exports/${row.id}/download`,
          expiresAt: row.expires_at,
        })
      : null,
  }
}
