import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  ListOf,
  Pattern,
  type QueryValues,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import type { AuditEntry } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { broadcastFiles } from './channel.ts'
import { FileTag, lockFile, readFile } from './file.ts'

const MAX_TAGS = 50

export const UsedFileTag = Shape('UsedFileTag', {
  ...FileTag.properties,
  files_count: Count('Files that have it, without older versions and the trash'),
})

export const FileTagFilters = { search: Text(50, { description: 'Part of the name' }) }

export const NewTags = Shape('NewFileTags', {
  tags: ListOf(
    Pattern('^[^,]*[^,\\s][^,]*$', 'must have a name without commas', {
      maxLength: 50,
      examples: ['invoice'],
    }),
    {
      minItems: 1,
      maxItems: MAX_TAGS,
      description: 'Names to add; their case does not matter',
      examples: [['invoice']],
    },
  ),
})

export function listFileTags(
  ctx: Ctx,
  page: PageRequest,
  { search }: QueryValues<typeof FileTagFilters>,
) {
  let query = ctx
    .own('file_tags')
    .select()
    .select(['id', 'name'])
    .select(
      sql<number>`(select count(*) from file_taggings t join files f on f.id = t.file_id
        where t.tag_id = file_tags.id and f.is_latest and f.deleted_at is null)`.as('files_count'),
    )
  if (search) query = query.where((eb) => contains(eb.ref('name'), search))
  return paginate(ctx, query, page, 'file_tags')
}

/** Adds tags to a file, new ones included. Those that it has stay. */
export async function addTags(ctx: Ctx, id: string, { tags }: Static<typeof NewTags>) {
  const names = [...new Set(tags.map((name) => name.trim().normalize('NFC').toLowerCase()))].sort()
  await ctx.transaction(async (tx) => {
    const { filename } = await lockFile(tx, id)
    const known = await ensureTags(tx, names)
    const added = await tx
      .own('file_taggings')
      .insert(known.map((tag) => ({ file_id: id, tag_id: tag.id })))
      .onConflict((conflict) => conflict.doNothing())
      .returning('tag_id')
      .execute()
    await requireFewTags(tx, id)
    if (added.length === 0) return tx.unaudited('it has these tags')
    await recordChange(tx, id, filename, { new: { tags: names } })
  })
  return readFile(ctx, id)
}

/** Takes a tag from a file. A tag that no file has is deleted. */
export async function removeTag(ctx: Ctx, id: string, tagId: string) {
  await ctx.transaction(async (tx) => {
    const { filename } = await lockFile(tx, id)
    const tag = await tx
      .own('file_tags')
      .select()
      .select('name')
      .where('id', '=', tagId)
      .executeTakeFirst()
    const { numDeletedRows } = await tx
      .own('file_taggings')
      .delete()
      .where('file_id', '=', id)
      .where('tag_id', '=', tagId)
      .executeTakeFirst()
    if (!tag || numDeletedRows === 0n) throw fail.notFound('tag')
    await tx
      .own('file_tags')
      .delete()
      .where('id', '=', tagId)
      .where(sql<boolean>`not exists (select from file_taggings where tag_id = file_tags.id)`)
      .execute()
    await recordChange(tx, id, filename, { old: { tags: [tag.name] } })
  })
  return readFile(ctx, id)
}

/** Gives a new version of a file the tags of the former. */
export async function copyTags(tx: Tx, from: string, to: string): Promise<void> {
  const tags = await tx
    .own('file_taggings')
    .select()
    .select('tag_id')
    .where('file_id', '=', from)
    .execute()
  if (tags.length === 0) return
  await tx
    .own('file_taggings')
    .insert(tags.map(({ tag_id }) => ({ tag_id, file_id: to })))
    .execute()
}

/** The names are sorted, so that requests that add the same ones do not wait for each other in a circle. */
async function ensureTags(tx: Tx, names: string[]) {
  await tx
    .own('file_tags')
    .insert(names.map((name) => ({ id: randomUUIDv7(), name })))
    .onConflict((conflict) => conflict.columns(['account_id', 'name']).doNothing())
    .execute()
  // One of them may lose its last file at the same time, and be deleted.
  const known = await tx
    .own('file_tags')
    .select()
    .select('id')
    .where('name', 'in', names)
    .forKeyShare()
    .execute()
  if (known.length < names.length) throw fail.with('conflict')
  return known
}

async function requireFewTags(tx: Tx, id: string) {
  const { count } = await tx
    .own('file_taggings')
    .select()
    .select(sql<number>`count(*)`.as('count'))
    .where('file_id', '=', id)
    .executeTakeFirstOrThrow()
  if (count > MAX_TAGS) throw fail.invalid({ tags: [`must be at most ${MAX_TAGS} for a file`] })
}

async function recordChange(
  tx: Tx,
  id: string,
  filename: string,
  changed: Pick<AuditEntry, 'old' | 'new'>,
) {
  await tx.audit('file.updated', id, { ...changed, metadata: { filename } })
  await tx.emit('file.updated', { id, filename, changes: ['tags'] })
  await broadcastFiles(tx)
}
