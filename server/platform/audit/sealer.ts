import { randomUUIDv7 } from 'node:crypto'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { sql } from 'kysely'
import type { Vault } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import {
  type CheckpointKind,
  COLUMNS,
  canonical,
  checkpointSignature,
  type Link,
  link,
  START,
} from './chain.ts'

const BATCH_ROWS = 2000
const MILESTONE_EVERY = 1000
const DELAY_MS = 1000
/** Polling interval, for rows of processes that run no sealer or died before sealing. */
const POLL_MS = 30_000

/** Appends committed audit rows to the chains of their accounts. */
export interface Sealer {
  /** Seals pending rows now, and again whenever `wake` is called. */
  start(): void
  /** Call after rows were committed. They are sealed within about a second. */
  wake(): void
  /** Seals all committed rows, unless another process is sealing. Returns the number of rows. */
  seal(): Promise<number>
  close(): Promise<void>
}

export function createSealer(db: Database, vault: Vault, log: Logger): Sealer {
  let started = false
  let timer: NodeJS.Timeout | undefined
  let sweep: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()

  async function seal() {
    let sealed = 0
    for (;;) {
      const batch = await sealBatch(db, vault)
      if (batch === 'busy') {
        sealer.wake() // the other process may have read before our rows were committed
        return sealed
      }
      sealed += batch
      if (batch < BATCH_ROWS) return sealed
    }
  }

  function run() {
    running = running
      .then(() => {
        timer = undefined // a later wake-up may concern rows that this run does not see
        return seal()
      })
      .catch((error: Error) => log.warn({ reason: error.message }, 'cannot seal the audit trail'))
  }

  const sealer: Sealer = {
    seal,
    start() {
      started = true
      run()
      sweep = setInterval(() => sealer.wake(), POLL_MS).unref()
    },
    wake() {
      if (started) timer ??= setTimeout(run, DELAY_MS).unref()
    },
    async close() {
      started = false
      clearTimeout(timer)
      clearInterval(sweep)
      await running
    },
  }
  return sealer
}

interface Mark {
  account_id: string | null
  kind: CheckpointKind
  sequence_number: number
  integrity_hash: Buffer
}

/** Seals one batch in one transaction: if interrupted, nothing is written and the next run starts at the same row. */
async function sealBatch(db: Database, vault: Vault): Promise<number | 'busy'> {
  return db.transaction().execute(async (trx) => {
    const { rows: lock } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('powernode audit seal')) as mine`.execute(trx)
    if (!lock[0]?.mine) return 'busy'

    const rows: Link[] = await trx
      .selectFrom('audit_logs')
      .select([...COLUMNS, 'row_mac', 'sequence_number', 'integrity_hash'])
      .where('sequence_number', 'is', null)
      .orderBy('account_id')
      .orderBy(sql`row_mac is not null`)
      .orderBy('created_at')
      .orderBy('id')
      .limit(BATCH_ROWS)
      .execute()
    if (rows.length === 0) return 0

    const chains = Map.groupBy(rows, (row) => row.account_id)
    const heads = await headsOf(trx, [...chains.keys()])
    const marks: Mark[] = []
    const sealed: [id: string, sequence: number, hash: Buffer][] = []
    for (const [account_id, links] of chains) {
      const head = heads.get(account_id)
      if (!head) marks.push(...(await adopt(trx, account_id)))
      let [sequence_number, integrity_hash] = head ?? [0, START]
      for (const row of links) {
        integrity_hash = link(integrity_hash, canonical(row))
        sealed.push([row.id, ++sequence_number, integrity_hash])
        if (sequence_number % MILESTONE_EVERY === 0) {
          marks.push({ account_id, kind: 'milestone', sequence_number, integrity_hash })
        }
      }
      marks.push({ account_id, kind: 'head', sequence_number, integrity_hash })
    }
    await sql`
      update audit_logs set sequence_number = sealed.sequence_number, integrity_hash = sealed.integrity_hash
      from unnest(${sealed.map(([id]) => id)}::uuid[], ${sealed.map(([, sequence]) => sequence)}::bigint[],
        ${sealed.map(([, , hash]) => hash)}::bytea[]) as sealed (id, sequence_number, integrity_hash)
      where audit_logs.id = sealed.id`.execute(trx)
    await writeCheckpoints(trx, vault, marks)
    return rows.length
  })
}

async function headsOf(trx: Database, accounts: (string | null)[]) {
  const rows = await trx
    .selectFrom('audit_checkpoints')
    .select(['account_id', 'sequence_number', 'integrity_hash'])
    .where('kind', '=', 'head')
    .where((eb) =>
      eb.or([
        eb('account_id', '=', sql<string>`any(${accounts}::uuid[])`),
        eb('account_id', 'is', null),
      ]),
    )
    .execute()
  return new Map(
    rows.map((row) => [row.account_id, [row.sequence_number, row.integrity_hash] as const]),
  )
}

/** Rows written before chains existed have no MAC. They are accepted once, when their chain starts, and counted. */
async function adopt(trx: Database, account_id: string | null): Promise<Mark[]> {
  const { count } = await trx
    .selectFrom('audit_logs')
    .select(sql<number>`count(*)`.as('count'))
    .where('account_id', account_id ? '=' : 'is', account_id)
    .where('sequence_number', 'is', null)
    .where('row_mac', 'is', null)
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  return [{ account_id, kind: 'adopted', sequence_number: count, integrity_hash: START }]
}

/** Writes signed checkpoints. A chain has many milestones, but one checkpoint of each other kind, which is replaced. */
export async function writeCheckpoints(trx: Database, vault: Vault, marks: Mark[]): Promise<void> {
  const signed = marks.map((mark) => ({
    id: randomUUIDv7(),
    ...mark,
    signature: checkpointSignature(vault, mark),
    created_at: new Date(),
  }))
  const milestones = signed.filter(({ kind }) => kind === 'milestone')
  if (milestones.length > 0) await trx.insertInto('audit_checkpoints').values(milestones).execute()
  const single = signed.filter(({ kind }) => kind !== 'milestone')
  if (single.length === 0) return
  await trx
    .insertInto('audit_checkpoints')
    .values(single)
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'kind'])
        .where('kind', '<>', 'milestone')
        .doUpdateSet((eb) => ({
          sequence_number: eb.ref('excluded.sequence_number'),
          integrity_hash: eb.ref('excluded.integrity_hash'),
          signature: eb.ref('excluded.signature'),
          created_at: eb.ref('excluded.created_at'),
        })),
    )
    .execute()
}
