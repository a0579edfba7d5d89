import { readConfig } from '../../server/config.ts'
import { type ChainReport, verifyTrail } from '../../server/platform/audit/verify.ts'
import { openVault } from '../../server/platform/crypto/vault.ts'
import { openDatabase } from '../../server/platform/db/database.ts'
import { ConfigError } from '../../server/platform/kernel/config_error.ts'
import { requireInstallation, withDatabase } from './installation.ts'
import { openMasterKey } from './master_key.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads the whole trail and prints the first wrong entry of each chain that does not verify. */
export async function verifyCommand({ account }: { account?: string }): Promise<void> {
  if (account && !UUID.test(account)) throw new ConfigError(`${account} is not an account id`)
  const config = readConfig()
  await requireInstallation(config)
  await withDatabase(config, async (url) => {
    const vault = openVault(await openMasterKey(config, url))
    const { db } = openDatabase(url, 2)
    let [rows, unsealed, chains, broken] = [0, 0, 0, 0]
    for await (const report of verifyTrail(db, vault, account ? [account] : undefined)) {
      rows += report.rows
      unsealed += report.unsealed
      chains++
      if (!report.finding) continue
      broken++
      process.stdout.write(`✗ ${describe(report, report.finding)}\n`)
    }
    await db.destroy()
    const pending = unsealed > 0 ? `, ${unsealed} not sealed yet` : ''
    const summary = `${count(rows, 'sealed entry', 'sealed entries')} of ${count(chains, 'account', 'accounts')}${pending}`
    process.stdout.write(
      broken > 0
        ? `${count(broken, 'trail does', 'trails do')} not verify. Read ${summary}\n`
        : `✓ The audit trail is intact: ${summary}\n`,
    )
    if (broken > 0) process.exitCode = 1
  })
}

function describe({ account_id }: ChainReport, finding: NonNullable<ChainReport['finding']>) {
  const { what, sequence_number, id, detail } = finding
  const where = sequence_number === null ? 'an entry without a number' : `entry ${sequence_number}`
  const owner = account_id ? `Account ${account_id}` : 'Entries without an account'
  return `${owner}: ${where}${id ? ` (${id})` : ''} ${detail} [${what}]`
}

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`
