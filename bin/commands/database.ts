import { readConfig } from '../../server/config.ts'
import { migrateOnce } from '../../server/main.ts'
import { withDatabase } from './place.ts'

export async function migrateCommand(): Promise<void> {
  const ran = await withDatabase(readConfig(), migrateOnce)
  process.stdout.write(ran.length > 0 ? `Ran ${ran.join(', ')}\n` : 'The database is up to date\n')
}
