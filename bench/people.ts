import type pg from 'pg'
import type { Installation } from './installation.ts'
import { SEED_PEOPLE_SQL } from './sql.ts'

/** Adds people with the password of the administrator to the account. */
export async function seedPeople(client: pg.Client, { email }: Installation, count: number) {
  const { rows } = await client.query<{ email: string }>(SEED_PEOPLE_SQL, [email, count])
  await client.query('analyze users, user_roles')
  const emails = rows.map((row) => row.email)
  return {
    emails,
    remove: () => client.query('delete from users where email = any($1)', [emails]),
  }
}
