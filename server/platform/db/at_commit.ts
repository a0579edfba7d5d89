import { type Insertable, sql } from 'kysely'
import type { Database } from './database.ts'
import type { DB } from './rows.ts'

type AuditRow = Insertable<DB['audit_logs']>

/** PostgreSQL takes 65,535 values in a statement. */
const ROWS_AT_ONCE = 1000

/** What a transaction writes when it commits, in one statement of each kind, however often it was asked for. */
export interface AtCommit {
  audit(row: AuditRow): void
  /** PostgreSQL delivers it after the commit, in this order, the same one once. */
  notify(channel: string, payload: string): void
  write(): Promise<void>
}

export function collectForCommit(trx: Database): AtCommit {
  const rows: AuditRow[] = []
  const channels: string[] = []
  const payloads: string[] = []
  return {
    audit(row) {
      rows.push(row)
    },
    notify(channel, payload) {
      channels.push(channel)
      payloads.push(payload)
    },
    async write() {
      while (rows.length > 0) {
        await trx.insertInto('audit_logs').values(rows.splice(0, ROWS_AT_ONCE)).execute()
      }
      if (channels.length === 0) return
      await sql`select pg_notify(channel, payload)
        from unnest(${channels}::text[], ${payloads}::text[]) as notices (channel, payload)`.execute(
        trx,
      )
    },
  }
}
