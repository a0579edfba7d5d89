import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { trail } from '../../test/trail.ts'
import { world } from '../../test/world.ts'
import { pruneChain } from './prune.ts'
import { createSealer } from './sealer.ts'

test('entries of concurrent writers are chained without gaps by several servers', async () => {
  const { platform } = await world()
  const chain = trail(platform)
  const other = createSealer(platform.database, platform.vault, platform.log)
  const writers = Array.from({ length: 8 }, () => chain.write(15))
  const sealers = [platform.sealer, other, platform.sealer].map(async (sealer) => {
    for (let turn = 0; turn < 10; turn++) await sealer.seal()
  })
  await Promise.all([...writers, ...sealers])
  await chain.seal()
  const rows = await chain.ctx
    .own('audit_logs')
    .select()
    .select('sequence_number')
    .orderBy('sequence_number')
    .execute()
  expect(rows.map((row) => row.sequence_number)).toEqual(rows.map((_, index) => index + 1))
  expect(await chain.verify()).toMatchObject({ rows: 120, unsealed: 0, finding: undefined })
})

test('commits wake a running sealer', async () => {
  const { platform } = await world()
  const chain = trail(platform)
  platform.sealer.start()
  try {
    for (const count of [2, 3]) {
      const { head } = await chain.verify()
      await chain.write(count)
      const sealed = async () => expect((await chain.verify()).head).toBe(head + count)
      await vi.waitFor(sealed, { timeout: 15_000 })
    }
  } finally {
    await platform.sealer.close()
  }
})

test('interrupted sealing leaves nothing behind and continues at the same row', async () => {
  const { platform } = await world()
  const chain = trail(platform)
  await chain.write(3)
  await chain.seal()
  await chain.write(3)
  await platform.database.transaction().execute(async (trx) => {
    const waiting = sql<{ pid: number }>`select pid from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%update audit_logs%' and datname = current_database()`
    await sql`select id from audit_logs
      where account_id = ${chain.account} and sequence_number is null for update`.execute(trx)
    const sealing = platform.sealer.seal().catch(() => 'interrupted')
    await vi.waitFor(async () => {
      const { rows } = await waiting.execute(platform.database)
      expect(rows).toHaveLength(1)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(platform.database)
    })
    expect(await sealing).toBe('interrupted')
  })
  expect(await chain.verify()).toMatchObject({ rows: 3, unsealed: 3, finding: undefined })
  await chain.seal()
  expect(await chain.verify()).toMatchObject({ rows: 6, unsealed: 0, finding: undefined })
})

test('a long trail is sealed and verified in batches', async () => {
  const { platform } = await world()
  const chain = trail(platform)
  await chain.ctx.transaction(async (tx) => {
    for (let n = 0; n < 2300; n++) await tx.audit('role.updated', String(n))
  })
  await chain.seal()
  expect(await chain.verify()).toMatchObject({ rows: 2300, head: 2300, finding: undefined })
  const milestones = await chain.ctx
    .own('audit_checkpoints')
    .select()
    .select('sequence_number')
    .where('kind', '=', 'milestone')
    .orderBy('sequence_number')
    .execute()
  expect(milestones.map((row) => row.sequence_number)).toEqual([1000, 2000])
})

test('the database refuses to update, delete and truncate the trail', async () => {
  const { platform } = await world()
  const chain = trail(platform)
  await chain.write(2)
  const attempts = [
    sql`update audit_logs set message = 'Other' where account_id = ${chain.account}`,
    sql`update audit_logs set row_mac = null where account_id = ${chain.account}`,
    sql`delete from audit_logs where account_id = ${chain.account}`,
    sql`truncate audit_logs`,
  ]
  for (const sealed of [false, true]) {
    if (sealed) await chain.seal()
    for (const attempt of attempts) {
      await expect(attempt.execute(platform.database)).rejects.toThrow('append-only')
    }
  }
  const unseal = sql`update audit_logs set sequence_number = null, integrity_hash = null where account_id = ${chain.account}`
  await expect(unseal.execute(platform.database)).rejects.toThrow('append-only')
})

test('entries from before chains existed are accepted once, later ones without a MAC are reported', async () => {
  const { platform } = await world()
  const chain = trail(platform)
  const old = (count: number) =>
    sql`insert into audit_logs (id, account_id, action, resource_type, source, status, severity, risk_level, message)
      select gen_random_uuid(), ${chain.account}, 'thing.changed', 'thing', 'api', 'success', 'low', 'low', 'Thing changed'
      from generate_series(1, ${count}::int)`.execute(platform.database)
  await old(3)
  await chain.write(1)
  await chain.seal()
  expect(await chain.verify()).toMatchObject({ rows: 4, finding: undefined })
  await chain.tamper((trx) =>
    sql`update audit_logs set message = 'Other' where account_id = ${chain.account} and sequence_number = 2`.execute(
      trx,
    ),
  )
  expect((await chain.verify()).finding).toMatchObject({ what: 'edited', sequence_number: 2 })
  await chain.tamper((trx) =>
    sql`update audit_logs set message = 'Thing changed' where account_id = ${chain.account} and sequence_number = 2`.execute(
      trx,
    ),
  )
  await old(1)
  await chain.seal()
  expect((await chain.verify()).finding).toMatchObject({ what: 'inserted', sequence_number: 5 })
})

test('a pruned trail still verifies, and its new start cannot be moved', async () => {
  const { platform, travel } = await world()
  const chain = trail(platform)
  travel(-100 * 24 * 60)
  await chain.write(4)
  travel(100 * 24 * 60)
  await chain.write(2)
  await chain.seal()
  const cutoff = new Date(Date.now() - 90 * 24 * 3600_000)
  const prune = () =>
    platform.database
      .transaction()
      .execute((trx) => pruneChain(trx, platform.vault, chain.account, cutoff))
  expect([await prune(), await prune()]).toEqual([4, 0])
  expect(await chain.verify()).toMatchObject({ rows: 2, head: 6, finding: undefined })
  await chain.write(1)
  await chain.seal()
  expect(await chain.verify()).toMatchObject({ rows: 3, head: 7, finding: undefined })
  await chain.tamper((trx) =>
    sql`update audit_checkpoints set sequence_number = 5 where kind = 'base' and account_id = ${chain.account}`.execute(
      trx,
    ),
  )
  expect((await chain.verify()).finding).toMatchObject({ what: 'checkpoint_forged' })
})
