import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { compileStrict, fieldErrors } from '@powernode/server/platform/http/validation.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { FileCategory, FileDescription, FileMetadata, FileVisibility } from './file.ts'

/** What a client says of a file that it uploads, besides its name and content. */
const UploadFields = Shape({
  storage_id: Type.Optional(Id()),
  category: Type.Optional(FileCategory),
  visibility: Type.Optional(FileVisibility),
  description: Type.Optional(FileDescription),
  metadata: Type.Optional(FileMetadata),
  version_of: Type.Optional(Id()),
})

export type FileFields = Static<typeof UploadFields>

const areFields = compileStrict(UploadFields)

/** Fields of an upload from texts: `metadata` is JSON. Throws 422 on each field. */
export function parseUploadFields(fields: Record<string, string>): FileFields {
  const parsed: Record<string, unknown> = { ...fields }
  if (fields.description === '') delete parsed.description
  if (fields.metadata !== undefined) parsed.metadata = parseMetadata(fields.metadata)
  if (!areFields(parsed)) throw fail.invalid(fieldErrors(areFields.errors ?? []))
  return parsed as FileFields
}

/**
 * The file whose content an upload replaces, if it does; its name stays. Throws 422 on `version_of` unless it is a file of the
 * account that is not in the trash, and 403 without the permission to change files.
 */
export async function findReplaced(ctx: Ctx, { version_of }: FileFields) {
  if (version_of === undefined) return undefined
  const user = callingUser(ctx)
  if (user && !user.permissions.has('files.update')) throw fail.forbidden('files.update')
  const file = await ctx
    .own('files')
    .select()
    .select(['filename', 'deleted_at'])
    .where('id', '=', version_of)
    .executeTakeFirst()
  if (file && !file.deleted_at) return file
  throw fail.invalid({ version_of: ['is not a file of this account, or in the trash'] })
}

function parseMetadata(text: string): unknown {
  try {
    const metadata = JSON.parse(text)
    requireSmallObjects({ metadata })
    return metadata
  } catch (error) {
    if (error instanceof SyntaxError) throw fail.invalid({ metadata: ['must be JSON'] })
    throw error
  }
}
