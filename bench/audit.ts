import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openModules } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import { createLog, migrateOnce } from '../server/main.ts'
import { verifyTrail } from '../server/platform/audit/verify.ts'
import type { Tx } from '../server/platform/db/context.ts'
import type { Platform } from '../server/platform/kernel/platform.ts'
import { openPlatform } from '../server/platform/platform.ts'
import { withDatabase } from './databases.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureAlternately } from './measurement.ts'

const WRITERS = 8
const ROUNDS = 5
const ROUND_MS = 4000
const ROWS = 1_000_000
const MEGABYTE = 1024 ** 2

/**
 * A change with its chained audit row, compared with the same change and row without a chain, by eight writers of one
 * account, sealing included; then the verification of a million rows. In a separate database of the installation's server.
 */
export function audit({ databaseUrl }: Installation): Promise<Measurement[]> {
  return withDatabase(databaseUrl, async (url) => {
    const config = readConfig({ LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '20' })
    const domains = await openModules(config)
    await migrateOnce(config, url)
    const platform = await openPlatform(config, url, Buffer.alloc(32), createLog(config), domains)
    platform.sealer.start()
    const account = randomUUID()
    await sql`insert into accounts (id, name, subdomain) values (${account}, 'Bench', 'bench')`.execute(
      platform.database,
    )
    try {
      return [
        await measureWriting(platform, account),
        ...(await measureVerifying(platform, randomUUID())),
      ]
    } finally {
      await platform.close()
    }
  })
}

async function measureWriting(platform: Platform, account: string): Promise<Measurement> {
  const ctx = platform.system().inAccount(account)
  const change = (tx: Tx) =>
    tx
      .own('events')
      .insert({ type: 'bench', data: { name: 'Bench' }, created_at: tx.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
  const chained = () =>
    ctx.transaction(async (tx) => {
      const { id } = await change(tx)
      await tx.audit('role.created', id, { new: { name: 'bench', display_name: 'Bench' } })
    })
  const unchained = () =>
    ctx.transaction(async (tx) => {
      const { id } = await change(tx)
      await tx.own('audit_logs').insert(plainRow(id, tx.now())).execute()
      tx.unaudited('the row is not chained')
    })
  // Our time includes sealing the last row.
  const result = await measureAlternately(
    ROUNDS,
    () => perSecond(chained, () => platform.sealer.seal()),
    () => perSecond(unchained),
  )
  return { name: 'change with chained audit row, 8 writers', unit: 'tx/s', ...result, target: 0.8 }
}

/** The row that `tx.audit` writes, but already sealed with a unique number, so that the sealer ignores it. */
let sealedNumber = 0
const plainRow = (id: string, created_at: Date) => ({
  action: 'role.created',
  resource_type: 'role',
  resource_id: id,
  source: 'system' as const,
  status: 'success' as const,
  severity: 'low' as const,
  risk_level: 'low' as const,
  message: 'Role created',
  new_values: { name: 'bench', display_name: 'Bench' },
  created_at,
  sequence_number: --sealedNumber,
  integrity_hash: Buffer.alloc(0),
})

async function perSecond(work: () => Promise<unknown>, finish?: () => Promise<unknown>) {
  const started = performance.now()
  const end = started + ROUND_MS
  let done = 0
  const writers = Array.from({ length: WRITERS }, async () => {
    while (performance.now() < end) {
      await work()
      done++
    }
  })
  await Promise.all(writers)
  await finish?.()
  return (done * 1000) / (performance.now() - started)
}

async function measureVerifying(platform: Platform, account: string): Promise<Measurement[]> {
  // Faster to fill; verifying does not use these indexes.
  await sql`drop index audit_logs_words, audit_logs_resource, audit_logs_ip`.execute(
    platform.database,
  )
  await sql`
    insert into audit_logs (id, account_id, action, resource_type, resource_id, source, status, severity, risk_level, message,
      new_values, ip_address, created_at)
    select gen_random_uuid(), ${account}, 'role.created', 'role', gen_random_uuid()::text, 'api', 'success', 'low', 'low',
      'Role created', '{"name": "bench", "display_name": "Bench"}', '203.0.113.7', now() + n * interval '1 millisecond'
    from generate_series(1, ${ROWS}::int) n`.execute(platform.database)
  await sealAll(platform)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const started = performance.now()
  for await (const { rows, finding } of verifyTrail(platform.database, platform.vault, [account])) {
    if (rows !== ROWS || finding) throw new Error(`verified ${rows} rows: ${finding?.what}`)
  }
  const seconds = (performance.now() - started) / 1000
  clearInterval(watch)
  return [
    {
      name: 'verifying 1,000,000 audit rows',
      unit: 'rows/s',
      ours: ROWS / seconds,
      target: 20_000,
    },
    {
      name: 'memory of the verification',
      unit: 'MB',
      ours: (peak - before) / MEGABYTE,
      target: 100,
      lowerIsBetter: true,
    },
  ]
}

/** One call ends early while the sealer's own run seals. */
async function sealAll({ sealer, database }: Platform) {
  const isSealed = async () => {
    const { rows } =
      await sql`select from audit_logs where sequence_number is null limit 1`.execute(database)
    return rows.length === 0
  }
  while (!(await isSealed())) if ((await sealer.seal()) === 0) await sleep(100)
}
