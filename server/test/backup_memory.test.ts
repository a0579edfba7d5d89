import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { takeBackup } from '../platform/backup/backup.ts'
import { readBackup } from '../platform/backup/reading.ts'
import { restoreBackup } from '../platform/backup/restore.ts'
import { databaseUrl, query } from './database.ts'

const MIB = 1024 ** 2
const ROWS = 200_000 // of a kilobyte
/** Includes buffers awaiting garbage collection; ten times as many rows need no more. */
const BOUND = 150 * MIB

/** The maximum memory growth of this process while `work` runs, sampled every few milliseconds. */
async function growth(work: () => Promise<unknown>) {
  const before = process.memoryUsage.rss()
  let peak = before
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 5)
  await work().finally(() => clearInterval(sampling))
  return peak - before
}

test('memory stays flat while a table larger than the bound is backed up and restored', {
  timeout: 120_000,
}, async () => {
  const server = inject('postgresUrl')
  const [from, to] = ['backup_large', 'backup_larger'].map((name) => databaseUrl(server, name))
  await query(server, 'create database backup_large template template')
  await query(server, 'create database backup_larger template template0')
  await query(
    from ?? '',
    `insert into cable_payloads (id, message)
      select gen_random_uuid(), repeat(md5(i::text), 32) from generate_series(1, ${ROWS}) i`,
  )
  const folder = await mkdtemp(join(tmpdir(), 'powernode-backup-'))
  try {
    const path = join(folder, 'large.backup')
    const key = { product: '0.1.0', fingerprint: '0123456789abcdef' }
    const backingUp = await growth(() => takeBackup(from ?? '', { ...key, path }))
    const backup = await readBackup(path)
    const { bytes } = backup.index.sections.find(({ name }) => name === 'cable_payloads') ?? {}
    expect(bytes).toBeGreaterThan(BOUND)
    expect(backingUp).toBeLessThan(BOUND)
    const { migrations } = await openModules(readConfig({}))
    const restoring = await growth(() => restoreBackup(to ?? '', backup, migrations))
    expect(restoring).toBeLessThan(BOUND)
  } finally {
    await rm(folder, { recursive: true })
  }
})
