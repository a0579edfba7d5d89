import { statfs } from 'node:fs/promises'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Reading } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import {
  Count,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS, dayOf } from '@powernode/server/platform/kernel/time.ts'
import { retentionDays } from '@powernode/server/platform/retention.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'

const LARGEST = 12
/** Growth is the mean over at most this time. */
const GROWTH_DAYS = 30

const Growth = Nullable(
  Type.Integer({
    description: 'Mean growth a day in the last 30 days; null until two nights have been recorded',
    examples: [1_250_000],
  }),
)

const TableSize = Shape('TableSize', {
  name: Text(130, { description: 'Name of the table', examples: ['audit_logs'] }),
  bytes: Count('Size with its indexes', [52_428_800]),
  growth_bytes_per_day: Growth,
  retention_days: Nullable(
    Count('Days until its rows are deleted at the latest; null if no retention covers them', [90]),
  ),
})

export const DatabaseSize = Shape('DatabaseSize', {
  bytes: Count('Size of all tables', [104_857_600]),
  growth_bytes_per_day: Growth,
  disk_free_bytes: Nullable(
    Count('Free space of the disk with the database; null if that is another machine', [2 ** 34]),
  ),
  disk_full_at: Nullable(Time('When the disk is full at this growth; null if it does not grow')),
  tables: ListOf(TableSize, { description: 'The largest tables', maxItems: LARGEST }),
})

interface Size {
  table_name: string
  bytes: number
}

/** Records the size of every table today. Returns the number of tables. */
export async function recordTableSizes(ctx: PlatformCtx): Promise<number> {
  const sizes = await measure(ctx.db)
  const day = dayOf(ctx.now())
  await ctx.transaction(async (tx) => {
    tx.unaudited('a measurement')
    await tx.db
      .insertInto('table_sizes')
      .values(sizes.map((size) => ({ ...size, day })))
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'table_name'])
          .doUpdateSet((eb) => ({ bytes: eb.ref('excluded.bytes') })),
      )
      .execute()
  })
  return sizes.length
}

/** The largest tables and the growth of all, from their sizes now and on the oldest recorded day of the last 30. */
export async function readDatabaseSize(ctx: Ctx): Promise<Static<typeof DatabaseSize>> {
  const now = ctx.now()
  const since = new Date(now.getTime() - GROWTH_DAYS * DAY_MS)
  const [sizes, past, disk_free_bytes] = await Promise.all([
    measure(ctx.db),
    readRecorded(ctx.db, dayOf(since), dayOf(now)),
    freeBytes(ctx),
  ])
  const days = past.day ? (now.getTime() - past.day.getTime()) / DAY_MS : 0
  const growthOf = (bytes: number, before: number) =>
    past.day ? Math.round((bytes - before) / days) : null
  const total = (some: Iterable<number>) => [...some].reduce((sum, bytes) => sum + bytes, 0)
  const bytes = total(sizes.map((size) => size.bytes))
  const growth = growthOf(bytes, total(past.bytes.values()))
  return {
    bytes,
    growth_bytes_per_day: growth,
    disk_free_bytes,
    disk_full_at: fullAt(now, disk_free_bytes, growth),
    tables: sizes.slice(0, LARGEST).map((size) => ({
      name: size.table_name,
      bytes: size.bytes,
      growth_bytes_per_day: growthOf(size.bytes, past.bytes.get(size.table_name) ?? 0),
      retention_days: retentionOf(ctx, size.table_name),
    })),
  }
}

/** The sizes of the tables of Powernode and of its job queue, the largest first. */
async function measure(db: Reading<Pick<DB, 'table_sizes'>>): Promise<Size[]> {
  const { rows } = await sql<Size>`
    select case when relnamespace = current_schema()::regnamespace then relname
        else relnamespace::regnamespace || '.' || relname end as table_name,
      pg_total_relation_size(oid)::float8 as bytes
    from pg_class where relkind = 'r'
      and relnamespace in (current_schema()::regnamespace, to_regnamespace('pgboss'))
    order by bytes desc, table_name`.execute(db)
  return rows
}

/** The sizes on the first day from `since` to before `today` that has any. */
async function readRecorded(db: Reading<Pick<DB, 'table_sizes'>>, since: string, today: string) {
  const rows = await db
    .selectFrom('table_sizes')
    .select([sql<string>`day::text`.as('day'), 'table_name', 'bytes'])
    .where(
      sql<boolean>`day = (select min(day) from table_sizes where day >= ${since} and day < ${today})`,
    )
    .execute()
  return {
    day: rows[0] && new Date(rows[0].day),
    bytes: new Map(rows.map((row) => [row.table_name, row.bytes])),
  }
}

/** Only the embedded PostgreSQL has its data on a disk that is known. */
async function freeBytes({ platform: { config } }: Ctx): Promise<number | null> {
  if (config.DATABASE_URL) return null
  const { bavail, bsize } = await statfs(config.POWERNODE_DATA_DIR).catch(() => statfs('.'))
  return bavail * bsize
}

function fullAt(now: Date, free: number | null, growth: number | null): Date | null {
  if (free === null || growth === null || growth <= 0) return null
  const days = Math.min(free / growth, 100 * 365)
  return new Date(now.getTime() + days * DAY_MS)
}

function retentionOf({ platform }: Ctx, table: string): number | null {
  const retention = platform.composition.retention as Record<
    string,
    { rows: Parameters<typeof retentionDays>[0][] } | undefined
  >
  const days = retention[table]?.rows.map((row) => retentionDays(row, platform.settings.values))
  return days ? Math.ceil(Math.max(...days)) : null
}
