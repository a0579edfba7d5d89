import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import { type RawBuilder, sql } from 'kysely'

/**
 * What a person signs in with, as one digest that changes with the address and with the password. Links, half sign-ins
 * and impersonations keep the one they began with, and end when it is no longer the person's.
 */
export function credentialsOf(email: string, passwordDigest: string | null): string {
  return digestOf(`${email} ${passwordDigest ?? ''}`)
}

/** The same in SQL, of the row of `users` joined as `table`. */
export function credentialsAt(table: string): RawBuilder<string> {
  const [email, password] = [sql.ref(`${table}.email`), sql.ref(`${table}.password_digest`)]
  return sql<string>`encode(sha256(convert_to(${email} || ' ' || coalesce(${password}, ''), 'UTF8')), 'hex')`
}
