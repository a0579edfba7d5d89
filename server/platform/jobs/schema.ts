import type pg from 'pg'
import { getConstructionPlans, getRollbackPlans } from 'pg-boss'

const SCHEMA = 'pgboss'

/** Version of the job queue's schema; null before the first server start. */
export async function queueSchemaVersion(client: pg.ClientBase): Promise<number | null> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('${SCHEMA}.version') is not null as exists`,
  )
  if (!rows[0]?.exists) return null
  const { rows: versions } = await client.query<{ version: number }>(
    `select version from ${SCHEMA}.version`,
  )
  return versions[0]?.version ?? null
}

/**
 * Creates the job queue's schema in `version`, inside the caller's transaction: pg-boss creates its latest version and rolls
 * back version by version. Returns false if it does not know that version; the caller must then roll back.
 */
export async function createQueueSchema(client: pg.ClientBase, version: number): Promise<boolean> {
  await client.query(`drop schema if exists ${SCHEMA} cascade`)
  await client.query(withoutTransaction(getConstructionPlans(SCHEMA)))
  for (;;) {
    const now = await queueSchemaVersion(client)
    if (now === version) return true
    if (now === null || now < version) return false
    try {
      await client.query(withoutTransaction(getRollbackPlans(SCHEMA, now)))
    } catch {
      return false
    }
  }
}

/** Removes the BEGIN and COMMIT that pg-boss puts around its statements. */
function withoutTransaction(statements: string) {
  return statements.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '')
}
