import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'

const BUILT_BY_ANOTHER_MS = 200
/** Another server starts at the same time: it was first, or PostgreSQL had to choose between the two. */
const CONCURRENT = ['42P07', '23505', '40P01']

/** An index and the statement that creates it, `create index concurrently …`. */
export interface ConcurrentIndex {
  /** With its schema, if that is not the current one. */
  name: string
  statement: string
}

/** Creates missing indexes one by one, while other servers continue to write. An interrupted one is created again. */
export async function buildIndexes(db: Kysely<never>, indexes: ConcurrentIndex[]): Promise<void> {
  for (const { name, statement } of indexes) {
    for (;;) {
      const state = await stateOf(db, name)
      if (state === 'valid') break
      if (state === 'unfinished') await sql.raw(`drop index concurrently ${name}`).execute(db)
      else if (state === 'being built') await sleep(BUILT_BY_ANOTHER_MS)
      else await build(db, statement)
    }
  }
}

/** The indexes in the files `indexes.sql` of these folders. Throws if a file contains anything else. */
export async function readIndexes(folders: string[]): Promise<ConcurrentIndex[]> {
  const texts = await Promise.all(
    folders.map((folder) => readFile(join(folder, 'indexes.sql'), 'utf8').catch(() => '')),
  )
  return texts.flatMap(indexesOf)
}

/** Not unique: until such an index is complete, rows that violate it could be written. */
export function indexesOf(text: string): ConcurrentIndex[] {
  const statements = text.replace(/^--.*$/gm, '').split(';')
  return statements.flatMap((written) => {
    const statement = written.trim()
    if (!statement) return []
    const [, name] = /^create index concurrently (\w+) on \w+ /.exec(statement) ?? []
    if (!name) throw new Error(`indexes.sql may only create indexes concurrently: ${statement}`)
    return [{ name, statement }]
  })
}

/** An index that is neither valid nor being built is left over from a server that was killed. */
async function stateOf(db: Kysely<never>, name: string) {
  const { rows } = await sql<{ state: 'valid' | 'being built' | 'unfinished' }>`
    select case when indisvalid then 'valid'
      when exists (select from pg_stat_progress_create_index p where p.relid = i.indrelid) then 'being built'
      else 'unfinished' end as state
    from pg_index i where indexrelid = to_regclass(${name})`.execute(db)
  return rows[0]?.state
}

async function build(db: Kysely<never>, statement: string) {
  try {
    await sql.raw(statement).execute(db)
  } catch (error) {
    if (!CONCURRENT.includes((error as { code?: string }).code ?? '')) throw error
  }
}
