import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Dictionary,
  Flag,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Secret,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { fileTypes } from './content_types.ts'
import { linksToFile } from './signed_file.ts'

export const Filename = Text(255, { description: 'Its name', examples: ['plan.pdf'] })

export const FileCategory = Choice(
  ['user_upload', 'workflow_output', 'ai_generated', 'temp', 'system', 'import', 'page_content'],
  'What it was made for',
)

export const FileVisibility = Choice(
  ['private', 'public'],
  'Who can read it: users of the account, or everyone who has its address',
)

export const FileDescription = Nullable(
  Text(2000, { description: 'What it is', examples: ['Plan of the first floor'] }),
)

/** Whether what workers make of a file is complete. */
export const ProcessingStatus = Choice(
  ['pending', 'processing', 'completed', 'failed'],
  'Whether its thumbnails, metadata and text are complete',
)

export const FileMetadata = Dictionary('Your own data about it', [{ project: 'Tower' }])

export const FileTag = Shape('FileTag', {
  id: Id(),
  name: Text(50, { description: 'Its name, in lower case', examples: ['invoice'] }),
})

const Url = (description: string, example: string) =>
  Type.String({ maxLength: 2000, description, examples: [`https://example.com/api/v1${example}`] })

const SignedUrl = (verb: string) =>
  Nullable(
    Secret(
      `${verb} it without signing in, for one to two hours, unless it is deleted or quarantined`,
      'https://example.com/api/v1/files/…/signed?…',
      { maxLength: 2000 },
    ),
  )

const urls = {
  view: Url('Shows it, with a token of the API', '/files/…/download?disposition=inline'),
  download: Url('Downloads it, with a token of the API', '/files/…/download'),
  public: Nullable(Url('Shows it to everyone, if it is public', '/files/…/public')),
}

const fields = {
  id: Id(),
  filename: Filename,
  content_type: Text(200, { description: 'Its type, from its content', examples: ['image/png'] }),
  file_type: Choice(fileTypes, 'Kind of its type'),
  file_size: Count('Its size in bytes', [48_213]),
  checksum_sha256: Text(64, {
    description: 'SHA-256 of its content in hexadecimal',
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  }),
  category: FileCategory,
  visibility: FileVisibility,
  description: FileDescription,
  metadata: FileMetadata,
  tags: ListOf(FileTag, { description: 'Its tags, by name' }),
  version: Type.Integer({ minimum: 1, description: 'Number of the version', examples: [1] }),
  is_latest: Flag('No newer version replaces it'),
  processing_status: ProcessingStatus,
  dimensions: Dictionary('Its size in pixels or its duration, when it was processed', [
    { width: 640, height: 480 },
  ]),
  storage_id: Id('The storage that keeps it'),
  uploaded_by: Nullable(Person),
  download_count: Count('How often it was downloaded'),
  created_at: Time('When it was uploaded'),
  updated_at: Time('When its details were last changed'),
  deleted_at: Nullable(Time('When it was moved to the trash; 30 days later it is deleted')),
  quarantined_at: Nullable(Time('When it was quarantined; nobody can read it')),
  quarantine_reason: Nullable(Text(500, { description: 'Why it is quarantined' })),
}

export const StoredFile = Shape('StoredFile', { ...fields, urls: Shape('FileUrls', urls) })

/** The same with a link that works without signing in. Replies to changes have none, so that they can be repeated. */
export const LinkedFile = Shape('LinkedFile', {
  ...fields,
  urls: Shape('SignedFileUrls', {
    ...urls,
    signed: SignedUrl('Shows'),
    signed_download: SignedUrl('Downloads'),
    signed_thumbnail: SignedUrl('Shows a smaller picture of'),
  }),
})

export const FileFilters = {
  file_type: StoredFile.properties.file_type,
  category: FileCategory,
  visibility: FileVisibility,
  storage_id: Id('Only in this storage'),
  deleted: Flag('Only in the trash; without it, only files that are not'),
  tags: Text(1000, { description: 'Names of tags, separated by commas: files that have all' }),
  search: Text(100, { description: 'Part of the name, or of the text of documents' }),
}

export async function listFiles(
  ctx: Ctx,
  page: PageRequest,
  filters: QueryValues<typeof FileFilters>,
) {
  const { file_type, category, visibility, storage_id, deleted, tags, search } = filters
  let query = selectFiles(ctx)
    .where('files.is_latest', '=', true)
    .where('files.deleted_at', deleted ? 'is not' : 'is', null)
  if (file_type) query = query.where('files.file_type', '=', file_type)
  if (category) query = query.where('files.category', '=', category)
  if (visibility) query = query.where('files.visibility', '=', visibility)
  if (storage_id) query = query.where('blobs.storage_id', '=', storage_id)
  if (tags) query = query.where(hasTags(tags))
  if (search) {
    query = query.where((eb) =>
      eb.or([
        contains(eb.ref('files.filename'), search),
        contains(eb.ref('files.extracted_text'), search),
      ]),
    )
  }
  const { rows, ...listing } = await paginate(ctx, query, page, 'files')
  return { ...listing, rows: rows.map((row) => withLink(ctx, row)) }
}

/** All versions of a file, older ones included. */
export async function listFileVersions(ctx: Ctx, id: string, page: PageRequest) {
  const { root_id } = await findFile(ctx, id)
  const query = selectFiles(ctx).where('files.root_id', '=', root_id)
  const { rows, ...listing } = await paginate(ctx, query, page, 'files')
  return { ...listing, rows: rows.map((row) => withLink(ctx, row)) }
}

export async function readFile(ctx: Ctx, id: string): Promise<Static<typeof StoredFile>> {
  const { has_thumbnails: _, root_id: __, ...file } = await findFile(ctx, id)
  return { ...file, urls: urlsOf(ctx, file) }
}

export async function readLinkedFile(ctx: Ctx, id: string): Promise<Static<typeof LinkedFile>> {
  return withLink(ctx, await findFile(ctx, id))
}

/** Locks a file of the account; 404 if there is none. */
export async function lockFile(tx: Tx, id: string) {
  const file = await tx
    .own('files')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!file) throw fail.notFound('file')
  return file
}

export type LockedFile = Awaited<ReturnType<typeof lockFile>>

async function findFile(ctx: Ctx, id: string): Promise<FileRow> {
  const file = await selectFiles(ctx).where('files.id', '=', id).executeTakeFirst()
  if (!file) throw fail.notFound('file')
  return file
}

function selectFiles(ctx: Ctx) {
  return ctx
    .own('files')
    .select()
    .innerJoin('blobs', 'blobs.id', 'files.blob_id')
    .select([
      'files.id',
      'files.filename',
      'files.content_type',
      'files.file_type',
      'files.file_size',
      'files.category',
      'files.visibility',
      'files.description',
      'files.download_count',
      'files.created_at',
      'files.updated_at',
      'files.deleted_at',
      'files.quarantined_at',
      'files.quarantine_reason',
      'files.processing_status',
      'files.version',
      'files.root_id',
      'files.is_latest',
      sql<Record<string, unknown>>`files.dimensions`.as('dimensions'),
      sql<boolean>`exists (select from file_derivatives d
        where d.file_id = files.id and d.kind = 'thumbnail' and d.size = 'medium')`.as(
        'has_thumbnails',
      ),
      sql<
        Static<typeof FileTag>[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name)
        order by g.name), '[]') from file_taggings t join file_tags g on g.id = t.tag_id
        where t.file_id = files.id)`.as('tags'),
      'blobs.storage_id',
      sql<Record<string, unknown>>`files.metadata`.as('metadata'),
      sql<string>`blobs.sha256`.as('checksum_sha256'),
      personAt('files.uploaded_by_id').as('uploaded_by'),
    ])
}

type FileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>['executeTakeFirstOrThrow']>>

function withLink(ctx: Ctx, file: FileRow): Static<typeof LinkedFile> {
  const { has_thumbnails: _, root_id: __, ...shown } = file
  return { ...shown, urls: { ...urlsOf(ctx, file), ...linksToFile(ctx, file) } }
}

function hasTags(names: string) {
  const wanted = [
    ...new Set(
      names
        .toLowerCase()
        .split(',')
        .map((name) => name.trim()),
    ),
  ]
  return sql<boolean>`(select count(*) from file_taggings t join file_tags g on g.id = t.tag_id
    where t.file_id = files.id and g.name in (${sql.join(wanted)})) = ${wanted.length}`
}

function urlsOf({ platform }: Ctx, { id, visibility }: Pick<FileRow, 'id' | 'visibility'>) {
  const base = `${platform.config.publicUrl}/api/v1/files/${id}`
  return {
    view: `${base}/download?disposition=inline`,
    download: `${base}/download`,
    public:
      visibility === 'public' ? `${platform.config.filesUrl}/api/v1/files/${id}/public` : null,
  }
}
