import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { Changes, Shape } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { broadcastFiles } from './channel.ts'
import { extensionOf } from './content_types.ts'
import {
  FileCategory,
  FileDescription,
  FileMetadata,
  Filename,
  FileVisibility,
  lockFile,
  readFile,
} from './file.ts'
import { requireFilename } from './file_rules.ts'

export const FileChanges = Changes(
  'FileChanges',
  Shape({
    filename: Filename,
    category: FileCategory,
    visibility: FileVisibility,
    description: FileDescription,
    metadata: FileMetadata,
  }),
)

/** Changes the details of a file. Its extension stays, because it says what the content is. */
export async function updateFile(ctx: Ctx, id: string, given: Static<typeof FileChanges>) {
  if (given.metadata) requireSmallObjects({ metadata: given.metadata })
  await ctx.transaction(async (tx) => {
    const file = await lockFile(tx, id)
    const filename = given.filename && requireFilename(given.filename, 'filename')
    if (filename && extensionOf(filename) !== extensionOf(file.filename)) {
      throw fail.invalid({ filename: [`must keep the extension of ${file.filename}`] })
    }
    const changes = { ...given, ...(filename && { filename }) }
    await tx
      .own('files')
      .update({ ...changes, updated_at: tx.now() })
      .where('id', '=', id)
      .execute()
    const changed = Object.keys(given)
    await tx.audit('file.updated', id, {
      ...diffOf(file, changes),
      metadata: { filename: filename ?? file.filename },
    })
    await tx.emit('file.updated', { id, filename: filename ?? file.filename, changes: changed })
    await broadcastFiles(tx)
  })
  return readFile(ctx, id)
}
