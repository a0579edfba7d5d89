import { randomUUIDv7 } from 'node:crypto'
import { LogLine, logLevels } from '@powernode/contract/log_lines.ts'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { json, matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { Batch, checkItems, RefusedItems } from '@powernode/server/platform/http/batch.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Id,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { recordErrors } from '../error_reports/error_report.ts'

type Source = 'server' | 'worker'

const Level = Choice(logLevels, 'Severity')
const From = Choice(['server', 'worker'], 'Type of the process that wrote it')

export const SystemLog = Shape('SystemLog', {
  id: Id(),
  level: Level,
  source: From,
  message: Type.String({ description: 'What happened' }),
  metadata: LogLine.properties.metadata,
  created_at: Time('When it was written'),
})

export const SystemLogFilters = {
  level: Choice(logLevels, 'Minimum severity'),
  source: From,
  search: Text(100, { description: 'Part of the message or of other fields of the line' }),
  since: Time('Only lines written since then'),
}

export const LogLines = Shape('NewSystemLogs', {
  lines: Batch(LogLine, {
    minItems: 1,
    maxItems: 500,
    description: 'In the order written',
    examples: [
      [
        {
          level: 'warn',
          message: 'job failed',
          metadata: {},
          logged_at: '2026-11-23T09:30:00.000Z',
        },
      ],
    ],
  }),
})

export const StoredLines = Shape('KeptSystemLogs', {
  kept_count: Count('Lines that were stored'),
  refused: RefusedItems,
})

type Filters = QueryValues<typeof SystemLogFilters>

/** Log lines of all processes, within their retention. */
export function listSystemLogs(
  ctx: Ctx,
  page: PageRequest,
  { level, source, search, since }: Filters,
) {
  let query = ctx.db.selectFrom('system_logs').select([
    'id',
    'message',
    'metadata',
    'created_at',
    // Narrower than the type of the column.
    'level',
    'source',
  ])
  if (level) query = query.where('level', 'in', logLevels.slice(logLevels.indexOf(level)))
  if (source) query = query.where('source', '=', source)
  if (since) query = query.where('created_at', '>=', since)
  if (search) {
    query = query.where((eb) =>
      eb.or([
        matchesWordStart(eb.ref('message'), search),
        matchesWordStart(sql`metadata::text`, search),
      ]),
    )
  }
  return paginate(ctx, query, page, 'system_logs')
}

/** Stores the lines of a worker; invalid ones are refused individually. */
export async function storeWorkerLogs(
  ctx: PlatformCtx,
  lines: Static<typeof LogLine>[],
): Promise<Static<typeof StoredLines>> {
  const { good: valid, refused } = checkItems(LogLine, lines)
  if (valid.length > 0) {
    await storeSystemLogs(
      ctx,
      'worker',
      valid.map(({ item }) => item),
    )
  }
  return { kept_count: valid.length, refused }
}

/** Stores lines; also used by the server's own log, outside any request. */
export async function storeSystemLogs(
  ctx: PlatformCtx,
  source: Source,
  lines: Static<typeof LogLine>[],
): Promise<void> {
  const rows = lines.map(({ logged_at, metadata, ...line }) => ({
    ...line,
    id: randomUUIDv7(),
    source,
    metadata: json(metadata),
    created_at: new Date(logged_at),
  }))
  await ctx.transaction(async (tx) => {
    tx.unaudited('log lines are not a change made by a user')
    await tx.db.insertInto('system_logs').values(rows).execute()
    await recordErrors(tx, source, lines)
  })
}
