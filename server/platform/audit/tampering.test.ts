import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { trail } from '../../test/trail.ts'
import { world } from '../../test/world.ts'
import type { Database } from '../db/database.ts'
import { COLUMNS, canonical, link, START } from './chain.ts'

const RUNS = { numRuns: 12 }
type Trail = ReturnType<typeof trail>

/** The length of a chain, and a position in it. */
const place = fc
  .integer({ min: 3, max: 9 })
  .chain((length) =>
    fc.record({ length: fc.constant(length), at: fc.integer({ min: 1, max: length }) }),
  )

async function sealed(length: number): Promise<Trail> {
  const { platform } = await world()
  const chain = trail(platform)
  await chain.write(length)
  await chain.seal()
  expect(await chain.verify()).toMatchObject({ rows: length, finding: undefined })
  return chain
}

const shift = async (trx: Database, { account }: Trail, from: number, by: number) => {
  await sql`update audit_logs set sequence_number = -sequence_number
    where account_id = ${account} and sequence_number >= ${from}`.execute(trx)
  await sql`update audit_logs set sequence_number = -sequence_number + ${by}
    where account_id = ${account} and sequence_number < 0`.execute(trx)
}
const remove = (trx: Database, { account }: Trail, from: number, to = from) =>
  sql`delete from audit_logs where account_id = ${account} and sequence_number between ${from} and ${to}`.execute(
    trx,
  )

/** Recomputes all hashes, as an attacker can without the master key. */
async function rehash(trx: Database, { account }: Trail) {
  const rows = await trx
    .selectFrom('audit_logs')
    .select(COLUMNS)
    .where('account_id', '=', account)
    .orderBy('sequence_number')
    .execute()
  let hash: Buffer = START
  for (const row of rows) {
    hash = link(hash, canonical(row))
    await trx
      .updateTable('audit_logs')
      .set({ integrity_hash: hash })
      .where('id', '=', row.id)
      .execute()
  }
}

const edits = [
  sql`message = 'Nothing to see'`,
  sql`action = 'thing.praised'`,
  sql`new_values = '{"n": 0}'`,
  sql`metadata = '{"by": "nobody"}'`,
  sql`created_at = created_at - interval '1 day'`,
  sql`user_id = gen_random_uuid()`,
  sql`ip_address = '203.0.113.9'`,
]

test('an edited entry is reported, whichever column was changed', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...edits), async ({ length, at }, edit) => {
      const chain = await sealed(length)
      await chain.tamper((trx) =>
        sql`update audit_logs set ${edit} where account_id = ${chain.account} and sequence_number = ${at}`.execute(
          trx,
        ),
      )
      const { finding } = await chain.verify()
      expect(finding).toMatchObject({ what: 'edited', sequence_number: at })
    }),
    RUNS,
  )
})

test('a deleted entry is reported, even if later entries were renumbered', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.boolean(), async ({ length, at }, renumber) => {
      const chain = await sealed(length)
      await chain.tamper(async (trx) => {
        await remove(trx, chain, at)
        if (renumber) await shift(trx, chain, at + 1, -1)
      })
      const { finding } = await chain.verify()
      const what = at === length ? 'tail_cut' : 'deleted'
      expect(finding).toMatchObject({ what, sequence_number: at })
    }),
    RUNS,
  )
})

test('an inserted entry is reported, even if all hashes were recomputed', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.boolean(), async ({ length, at }, rehashed) => {
      const chain = await sealed(length)
      await chain.tamper(async (trx) => {
        await shift(trx, chain, at, 1)
        const columns = sql.join(COLUMNS.slice(1).map((column) => sql.ref(column)))
        await sql`insert into audit_logs (id, ${columns}, row_mac, sequence_number, integrity_hash)
          select ${randomUUID()}::uuid, ${columns}, row_mac, ${at}, sha256('x') from audit_logs
          where account_id = ${chain.account} limit 1`.execute(trx)
        if (rehashed) await rehash(trx, chain)
      })
      const { finding } = await chain.verify()
      expect(finding).toMatchObject({ what: 'inserted', sequence_number: at })
    }),
    RUNS,
  )
})

test('swapped entries are reported', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.boolean(), async ({ length, at }, rehashed) => {
      const chain = await sealed(length)
      const other = at === length ? 1 : at + 1
      await chain.tamper(async (trx) => {
        const move = (from: number, to: number) =>
          sql`update audit_logs set sequence_number = ${to}
            where account_id = ${chain.account} and sequence_number = ${from}`.execute(trx)
        await move(at, -1)
        await move(other, at)
        await move(-1, other)
        if (rehashed) await rehash(trx, chain)
      })
      const { finding } = await chain.verify()
      // Recomputed hashes are consistent, but do not match the signed checkpoint at the end.
      const where = rehashed ? length : Math.min(at, other)
      expect(finding).toMatchObject({ what: 'reordered', sequence_number: where })
    }),
    RUNS,
  )
})

test('a truncated trail is reported, even if its checkpoint was changed too', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.boolean(), async ({ length, at }, checkpointToo) => {
      const chain = await sealed(length)
      await chain.tamper(async (trx) => {
        await remove(trx, chain, at, length)
        if (!checkpointToo) return
        await sql`update audit_checkpoints set sequence_number = ${at - 1} where account_id = ${chain.account}`.execute(
          trx,
        )
      })
      const { finding } = await chain.verify()
      expect(finding).toMatchObject(
        checkpointToo
          ? { what: 'checkpoint_forged', sequence_number: at - 1 }
          : { what: 'tail_cut', sequence_number: at },
      )
    }),
    RUNS,
  )
})

test('a missing checkpoint is reported', async () => {
  const chain = await sealed(3)
  await chain.tamper((trx) =>
    sql`delete from audit_checkpoints where account_id = ${chain.account}`.execute(trx),
  )
  expect((await chain.verify()).finding).toMatchObject({ what: 'checkpoint_forged' })
})

test('an entry that was inserted or changed before sealing is reported', async () => {
  const chain = await sealed(2)
  await chain.write(1)
  await chain.tamper((trx) =>
    sql`update audit_logs set message = 'Other' where account_id = ${chain.account} and sequence_number is null`.execute(
      trx,
    ),
  )
  expect((await chain.verify()).finding).toMatchObject({ what: 'inserted', sequence_number: null })
  await chain.seal()
  expect((await chain.verify()).finding).toMatchObject({ what: 'inserted', sequence_number: 3 })
})
