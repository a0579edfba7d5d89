import { driverAt } from '@powernode/modules/files/domains/storage/drivers.ts'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  contentDisposition,
  type Download,
  type StoredDownload,
} from '@powernode/server/platform/http/download.ts'
import { Choice, type QueryValues } from '@powernode/server/platform/http/shapes.ts'
import { requireSignedLink, SignedLinkQuery } from '@powernode/server/platform/http/signed_link.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { isInline } from './content_types.ts'
import { fileLink, thumbnailSizes } from './signed_file.ts'

type Disposition = 'inline' | 'attachment'

const YEAR_SECONDS = 31_536_000
/** How long an address in a storage holds: it begins to be read at once. */
const LINK_SECONDS = 60

const disposition = Choice(
  ['inline', 'attachment'],
  'Whether a browser shows or saves it. Types that could run scripts are always saved',
)

export const DownloadQuery = { disposition }
export const SignedDownloadQuery = {
  disposition,
  variant: Choice(thumbnailSizes, 'A thumbnail of a picture instead of the file'),
  ...SignedLinkQuery,
}

/** A file of the account. Its parts are read while they are sent. */
export async function downloadFile(
  ctx: Ctx,
  id: string,
  { disposition = 'attachment' }: QueryValues<typeof DownloadQuery>,
): Promise<Download> {
  const file = await findReadable(ctx, id)
  if (!file || file.account_id !== ctx.account.id) throw fail.notFound('file')
  requireServed(file)
  if (file.deleted_at) {
    throw fail.with('invalid_transition', 'The file is in the trash. Restore it to read it')
  }
  return toDownload(ctx, file, disposition, { 'cache-control': 'private, no-cache' })
}

/** A file for everyone who has a link to it. Trash, quarantine and suspension of the account end the link. */
export async function downloadSigned(
  ctx: PlatformCtx,
  id: string,
  { disposition = 'inline', variant, ...link }: QueryValues<typeof SignedDownloadQuery>,
): Promise<Download> {
  requireSignedLink(ctx, fileLink(id, disposition, variant), link)
  const file = await (variant ? findThumbnail(ctx, id, variant) : findReadable(ctx, id))
  if (!file || file.deleted_at || !file.is_active) throw fail.with('token_invalid')
  requireServed(file)
  const download = toDownload(ctx, file, disposition, { 'cache-control': 'private, max-age=3600' })
  return { ...download, elsewhere: () => linkToObject(ctx, file, download) }
}

/** A public file. The same 404 for others and unknown ones. */
export async function downloadPublic(
  ctx: PlatformCtx,
  id: string,
  { disposition = 'inline' }: QueryValues<typeof DownloadQuery>,
): Promise<Download> {
  const file = await findReadable(ctx, id)
  const isPublic = file?.visibility === 'public' && isServed(file)
  if (!file || !isPublic) throw fail.notFound('file')
  return toDownload(ctx, file, disposition, {
    'cache-control': `public, max-age=${YEAR_SECONDS}`,
    'cross-origin-resource-policy': 'cross-origin',
  })
}

/** A file that a visitor may see at `/f/<id>`: it is public, or a public document refers to it. */
export async function findVisible(ctx: PlatformCtx, id: string): Promise<Download | undefined> {
  const file = await findReadable(ctx, id)
  if (!file || !isServed(file)) return undefined
  if (file.visibility !== 'public' && !file.is_linked) return undefined
  return toDownload(ctx, file, 'inline', {
    'cache-control': 'public, max-age=60',
    'cross-origin-resource-policy': 'cross-origin',
  })
}

/** A file that others may be shown: not in the trash, not quarantined, of an active account. */
export async function findServed(ctx: PlatformCtx, id: string) {
  const file = await findReadable(ctx, id)
  return file && isServed(file) ? file : undefined
}

/** A served file for whoever has a link to it that can be revoked. */
export async function downloadShared(
  ctx: PlatformCtx,
  id: string,
  disposition: Disposition,
): Promise<Download> {
  const file = await findServed(ctx, id)
  if (!file) throw fail.with('token_invalid')
  return toDownload(ctx, file, disposition, { 'cache-control': 'private, no-store' })
}

const isServed = (file: Readable) =>
  !file.deleted_at && !file.quarantined_at && file.is_scanned && file.is_active

function requireServed(file: Readable) {
  if (file.quarantined_at) throw fail.with('file_quarantined')
  if (!file.is_scanned) throw fail.with('file_not_scanned')
}

/** An address in the storage itself, where it is on the internet. What could end the link was checked just before. */
async function linkToObject(
  ctx: PlatformCtx,
  { storage_id, key }: Readable,
  { type, disposition, filename }: FileDownload,
): Promise<string | undefined> {
  const driver = await driverAt(ctx, storage_id)
  return driver.link?.(key, LINK_SECONDS, {
    type,
    disposition: contentDisposition(disposition, filename),
  })
}

/** A file of any account for a worker, also if nobody else can read it. */
export async function downloadForWorker(ctx: PlatformCtx, id: string): Promise<Download> {
  const file = await findReadable(ctx, id)
  if (!file) throw fail.notFound('file')
  return toDownload(ctx, file, 'inline', {})
}

/** The file, with the content of its thumbnail. */
async function findThumbnail(ctx: PlatformCtx, id: string, size: string) {
  const [file, thumbnail] = await Promise.all([
    findReadable(ctx, id),
    ctx
      .acrossAccounts({ because: 'links name no account' })
      .selectFrom('file_derivatives')
      .innerJoin('blobs', 'blobs.id', 'file_derivatives.blob_id')
      .select(['file_derivatives.content_type', 'blobs.storage_id', 'blobs.key'])
      .select(['blobs.size_bytes', sql<string>`blobs.sha256`.as('sha256')])
      .where('file_derivatives.file_id', '=', id)
      .where('file_derivatives.kind', '=', 'thumbnail')
      .where('file_derivatives.size', '=', size)
      .executeTakeFirst(),
  ])
  return file && thumbnail && { ...file, ...thumbnail }
}

function findReadable(ctx: PlatformCtx, id: string) {
  return ctx
    .acrossAccounts({ because: 'links and public files name no account' })
    .selectFrom('files')
    .innerJoin('blobs', 'blobs.id', 'files.blob_id')
    .innerJoin('accounts', 'accounts.id', 'files.account_id')
    .select([
      'files.id',
      'files.account_id',
      'files.filename',
      'files.content_type',
      'files.visibility',
      'files.created_at',
      'files.deleted_at',
      'files.quarantined_at',
      'blobs.storage_id',
      'blobs.key',
      'blobs.size_bytes',
      sql<string>`blobs.sha256`.as('sha256'),
      sql<boolean>`accounts.status = 'active'`.as('is_active'),
      isScanned(ctx).as('is_scanned'),
      sql<boolean>`exists (select from file_links l where l.file_id = files.id)`.as('is_linked'),
    ])
    .where('files.id', '=', id)
    .executeTakeFirst()
}

/** Whether the virus scanner may still find something, where every file must be scanned. */
function isScanned({ platform }: PlatformCtx) {
  if (!platform.environment.AV_REQUIRED) return sql<boolean>`true`
  return sql<boolean>`exists (select from processing_jobs j where j.file_id = files.id
    and j.job_type = 'scan' and j.status = 'completed' and j.result_data ->> 'infected' = 'false')`
}

type Readable = NonNullable<Awaited<ReturnType<typeof findReadable>>>

type FileDownload = Extract<Download, StoredDownload>

function toDownload(
  ctx: PlatformCtx,
  file: Readable,
  wanted: Disposition,
  headers: Record<string, string>,
): FileDownload {
  const { filename, content_type, size_bytes, sha256, created_at } = file
  const isText = content_type.startsWith('text/')
  const disposition = isInline(content_type) ? wanted : 'attachment'
  return {
    filename,
    type: isText ? `${content_type}; charset=utf-8` : content_type,
    size: size_bytes,
    etag: sha256,
    modified: created_at,
    disposition,
    headers: { ...headers, 'x-checksum-sha256': sha256 },
    open: async (part) => (await driverAt(ctx, file.storage_id)).read(file.key, part),
    ...(disposition === 'attachment' && { sent: () => countDownload(ctx, file) }),
  }
}

function countDownload(ctx: PlatformCtx, { id, account_id }: Readable): Promise<void> {
  return ctx.inAccount(account_id, { kind: 'system' }).transaction(async (tx) => {
    tx.unaudited('counts only')
    await tx
      .own('files')
      .update({})
      .set((eb) => ({ download_count: eb('download_count', '+', 1) }))
      .where('id', '=', id)
      .execute()
  })
}
