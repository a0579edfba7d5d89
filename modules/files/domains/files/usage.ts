import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Choice, Count, Id, ListOf, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { FileCategory, readFile, StoredFile } from './file.ts'

export const FileUsage = Shape('FileUsage', {
  id: Id('The document'),
  type: Choice(['page'], 'Kind of the document'),
  version: Count('The version of the file that it shows', [1]),
})

/** The public documents that show a file, in any of its versions. */
export async function listUsage(ctx: Ctx, id: string, page: PageRequest) {
  await readFile(ctx, id)
  const query = ctx
    .own('file_links')
    .select()
    .innerJoin('files', 'files.id', 'file_links.file_id')
    .select([
      'file_links.subject_id as id',
      sql<'page'>`file_links.subject_type`.as('type'),
      'files.version',
    ])
    .where('files.root_id', '=', (eb) =>
      eb.selectFrom('files as shown').select('shown.root_id').where('shown.id', '=', id),
    )
  return paginate(ctx, query, page, 'file_links')
}

const sums = {
  files_count: Count('Files', [12]),
  bytes: Count('Their size in bytes, older versions included', [4_200_000]),
}

export const FileStats = Shape('FileStats', {
  ...sums,
  by_category: ListOf(Shape('FileCategoryStats', { category: FileCategory, ...sums })),
  by_type: ListOf(Shape('FileTypeStats', { file_type: StoredFile.properties.file_type, ...sums })),
})

type Sums = { files_count: number; bytes: number }

/** How many files there are, and their size, without the trash. */
export async function readStats(ctx: Ctx): Promise<Static<typeof FileStats>> {
  const rows = await ctx
    .own('files')
    .select()
    .select(['category', 'file_type'])
    .select(sql<number>`count(*) filter (where is_latest)`.as('files_count'))
    .select(sql<number>`sum(file_size)::bigint`.as('bytes'))
    .where('deleted_at', 'is', null)
    .groupBy(['category', 'file_type'])
    .$narrowType<Pick<Static<typeof StoredFile>, 'category' | 'file_type'>>()
    .execute()
  const by_category = [...Map.groupBy(rows, ({ category }) => category)]
  const by_type = [...Map.groupBy(rows, ({ file_type }) => file_type)]
  return {
    ...sumOf(rows),
    by_category: by_category.map(([category, of]) => ({ category, ...sumOf(of) })),
    by_type: by_type.map(([file_type, of]) => ({ file_type, ...sumOf(of) })),
  }
}

function sumOf(rows: Sums[]): Sums {
  const sum = (field: keyof Sums) => rows.reduce((total, row) => total + row[field], 0)
  return { files_count: sum('files_count'), bytes: sum('bytes') }
}
