import { readConfig } from '../../server/config.ts'
import { migrateOnce } from '../../server/main.ts'
import { withDatabase } from './installation.ts'

export async function migrateCommand(): Promise<void> {
  const config = readConfig()
  const ran = await withDatabase(config, (url) => migrateOnce(config, url))
  process.stdout.write(ran.length > 0 ? `Ran ${ran.join(', ')}\n` : 'The database is up to date\n')
}
