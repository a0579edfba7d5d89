import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import { type RawBuilder, sql } from 'kysely'

/**
 * Digest of a user's address and password. One-time links, pending sign-ins and impersonations store it when they are
 * created, and become invalid when the user's current digest differs.
 */
export function credentialsDigest(email: string, passwordDigest: string | null): string {
  return digestOf(`${email} ${passwordDigest ?? ''}`)
}

/** The same digest in SQL, for the row of `users` joined as `table`. */
export function credentialsAt(table: string): RawBuilder<string> {
  const [email, password] = [sql.ref(`${table}.email`), sql.ref(`${table}.password_digest`)]
  return sql<string>`encode(sha256(convert_to(${email} || ' ' || coalesce(${password}, ''), 'UTF8')), 'hex')`
}
