import type pg from 'pg'
import { getConstructionPlans, getRollbackPlans } from 'pg-boss'

const SCHEMA = 'pgboss'

/** Version of the job queue's schema; null before a server has run. */
export async function queueSchemaVersion(client: pg.ClientBase): Promise<number | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('${SCHEMA}.version') is not null as there`,
  )
  if (!rows[0]?.there) return null
  const { rows: versions } = await client.query<{ version: number }>(
    `select version from ${SCHEMA}.version`,
  )
  return versions[0]?.version ?? null
}

/**
 * Makes the job queue's schema as it was at `version`, inside the caller's transaction: pg-boss makes its newest and
 * knows the way back from each. False where it does not know that version; the transaction is then to be given up.
 */
export async function createQueueSchema(client: pg.ClientBase, version: number): Promise<boolean> {
  await client.query(`drop schema if exists ${SCHEMA} cascade`)
  await client.query(inside(getConstructionPlans(SCHEMA)))
  for (;;) {
    const now = await queueSchemaVersion(client)
    if (now === version) return true
    if (now === null || now < version) return false
    try {
      await client.query(inside(getRollbackPlans(SCHEMA, now)))
    } catch {
      return false
    }
  }
}

/** What pg-boss wants run, without the transaction that it puts around it. */
function inside(statements: string) {
  return statements.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '')
}
