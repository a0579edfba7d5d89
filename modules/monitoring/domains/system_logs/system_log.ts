import { randomUUIDv7 } from 'node:crypto'
import { LogLine, logLevels } from '@powernode/contract/log_lines.ts'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { json, matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { Batch, checkItems, RefusedItems } from '@powernode/server/platform/http/batch.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Choice, Count, Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'

type Source = 'server' | 'worker'

const Level = Choice(logLevels, 'How bad it is')
const From = Choice(['server', 'worker'], 'Which kind of process wrote it')

export const SystemLog = Shape('SystemLog', {
  id: Id(),
  level: Level,
  source: From,
  message: Type.String({ description: 'What happened' }),
  metadata: LogLine.properties.metadata,
  created_at: Time('When it was written'),
})

export const SystemLogFilters = {
  level: Choice(logLevels, 'This bad or worse'),
  source: From,
  search: Text(100, { description: 'Part of the message or of what else the line says' }),
  since: Time('Only lines written from then on'),
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

export const KeptLines = Shape('KeptSystemLogs', {
  kept_count: Count('Lines that were kept'),
  refused: RefusedItems,
})

type Filters = { [K in keyof typeof SystemLogFilters]?: Static<(typeof SystemLogFilters)[K]> }

/** What the processes of this installation wrote in the last days, at most as long as it is kept. */
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
    // Narrower than the column's text.
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

/** Keeps what a worker hands over, each line judged by itself. */
export async function keepWorkerLogs(
  ctx: PlatformCtx,
  lines: Static<typeof LogLine>[],
): Promise<Static<typeof KeptLines>> {
  const { good, refused } = checkItems(LogLine, lines)
  if (good.length > 0) {
    await keepSystemLogs(
      ctx,
      'worker',
      good.map(({ item }) => item),
    )
  }
  return { kept_count: good.length, refused }
}

/** Keeps lines; also the sink of the server's own log, which calls it outside any request. */
export async function keepSystemLogs(
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
    tx.unaudited('the log itself, not a change that somebody made')
    await tx.db.insertInto('system_logs').values(rows).execute()
  })
}
