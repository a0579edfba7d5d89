import { openModules } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { migrateOnce } from '../../server/main.ts'
import { openDatabase } from '../../server/platform/db/database.ts'
import { withDatabase } from '../databases.ts'
import type { Installation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'
import { connectSeeding, SEED_LEDGER_SQL, seedCustomersSql, seedPaidSql } from './seeds.ts'

const CUSTOMERS = 25_000
const MONTHS = 10
const LINES = 4 * CUSTOMERS * MONTHS

/** The nightly comparison of the books: 250,000 paid invoices and a million lines of the ledger, in a database of their own. */
export function ledger({ databaseUrl }: Installation): Promise<Measurement> {
  return withDatabase(databaseUrl, async (url) => {
    const config = readConfig({ LOG_LEVEL: 'silent' })
    const { domains } = await openModules(config)
    await migrateOnce(config, url)
    await seed(url)
    const { db } = openDatabase(url, 1)
    const started = performance.now()
    try {
      for (const verify of domains.flatMap((domain) => domain.verify ?? [])) {
        for await (const { check, subject, expected, actual } of verify(db)) {
          throw new Error(`${check}: ${subject}, expected ${expected}, found ${actual}`)
        }
      }
    } finally {
      await db.destroy()
    }
    const seconds = (performance.now() - started) / 1000
    const name = `books with ${LINES.toLocaleString('en')} lines compared`
    return { name, unit: 's', ours: seconds, target: 5, lowerIsBetter: true }
  })
}

async function seed(url: string): Promise<void> {
  const client = await connectSeeding(url)
  await client.query(seedCustomersSql(CUSTOMERS))
  await client.query(seedPaidSql(MONTHS))
  await client.query(SEED_LEDGER_SQL)
  await client.query('vacuum analyze')
  await client.end()
}
