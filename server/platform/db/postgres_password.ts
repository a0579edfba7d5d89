import { sql } from 'kysely'
import { ConfigError } from '../kernel/config_error.ts'
import { openDatabase } from './database.ts'
import { accessFile } from './postgres_access.ts'

const WRONG_PASSWORD = '28P01'

/** Throws ConfigError if the running embedded server does not accept the password stored in `dir`. */
export async function verifyDatabasePassword(dir: string, url: string): Promise<void> {
  const { db } = openDatabase(url, 1)
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return // reported by the next query
    const path = accessFile(dir)
    throw new ConfigError(
      `The password in ${path} is not the one of the database: delete ${path}, and the next start sets a new password`,
    )
  } finally {
    await db.destroy()
  }
}
