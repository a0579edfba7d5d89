import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'

const Status = Choice(['running', 'completed', 'failed'], 'Status')

export const Backup = Shape('Backup', {
  id: Id(),
  status: Status,
  scheduled: Flag('Started by the schedule, not by a user'),
  path: Text(1000, { description: 'The file, on the server that wrote it' }),
  size_bytes: Nullable(Count('Size of the file')),
  row_count: Nullable(Count('Rows in it')),
  error: Nullable(Text(2000, { description: 'Why it failed' })),
  started_by: Nullable(Person),
  started_at: Time('When it started; later changes are not in it'),
  ended_at: Nullable(Time('When it ended')),
})

export const BackupFilters = { status: Status }

/** Newest first; the files of older ones may have been deleted. */
export function listBackups(
  ctx: Ctx,
  page: PageRequest,
  { status }: { status?: Static<typeof Status> },
) {
  let query = selectBackups(ctx)
  if (status) query = query.where('status', '=', status)
  return paginate(ctx, query, page, 'backups')
}

export function selectBackups(ctx: Ctx) {
  return ctx.db
    .selectFrom('backups')
    .select([
      'id',
      'status',
      'scheduled',
      'path',
      'size_bytes',
      'row_count',
      'error',
      'started_at',
      'ended_at',
      personAt('backups.started_by_id').as('started_by'),
    ])
}
