import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { verifyVault } from '../crypto/master_key.ts'
import type { Vault } from '../crypto/vault.ts'
import type { PlatformTx } from '../db/context.ts'
import type { Database } from '../db/database.ts'
import { serialised } from '../db/serialised.ts'
import { fail } from '../kernel/fail.ts'
import { HOUR_MS } from '../kernel/time.ts'

/** How long the previous key still verifies tokens. */
export const GRACE_HOURS = 24

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Key {
  secret: Uint8Array
  retiredAt: Date | null
}

/** The keys that sign the tokens of this installation, encrypted in `signing_keys`. */
export interface KeyRing {
  /** The key that signs new tokens. */
  current(): { id: string; secret: Uint8Array }
  /** A key that is still valid for verification; an unknown key is read from the database. */
  find(id: string): Promise<Uint8Array | undefined>
  reload(): Promise<void>
}

/** Throws ConfigError if the keys are encrypted under a different master key. */
export async function openKeyRing(db: Database, vault: Vault): Promise<KeyRing> {
  let keysById = new Map<string, Key>()
  let signing = ''

  const reload = serialised(async () => {
    const rows = await db
      .selectFrom('signing_keys')
      .select(['id', 'sealed_secret', 'retired_at'])
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    keysById = new Map(
      rows.map((row) => [
        row.id,
        { secret: vault.open(row.sealed_secret), retiredAt: row.retired_at },
      ]),
    )
    signing = rows.find((row) => !row.retired_at)?.id ?? ''
  })

  await ensureKey(db, vault)
  await reload().catch(async (error) => {
    // Another server may have initialised this database at the same moment with a different master key.
    await verifyVault(db, vault)
    throw error
  })

  return {
    current() {
      const key = keysById.get(signing)
      if (!key) throw new Error('no signing key found')
      return { id: signing, secret: key.secret }
    },
    async find(id) {
      // Another process may sign with a new key before its notification reaches this one.
      if (!keysById.has(id) && UUID.test(id)) await reload()
      const key = keysById.get(id)
      return key && (!key.retiredAt || key.retiredAt > new Date()) ? key.secret : undefined
    },
    reload,
  }
}

/**
 * Creates a new key, which signs tokens after the commit. The previous key verifies for another day, older keys no longer:
 * if one is still valid, 409 unless `force`. Returns the ids of both and the expiry of the previous key.
 */
export async function rotateSigningKey(
  tx: PlatformTx,
  { force }: { force: boolean },
): Promise<{ id: string; previousId: string | null; previousUntil: Date }> {
  await lockKeys(tx)
  const id = randomUUIDv7()
  const previousUntil = new Date(tx.now().getTime() + GRACE_HOURS * HOUR_MS)
  const dropped = await tx.db
    .deleteFrom('signing_keys')
    .where('retired_at', 'is not', null)
    .returning(['id', 'retired_at'])
    .execute()
  if (!force && dropped.some(({ retired_at }) => retired_at && retired_at > tx.now())) {
    throw fail.with(
      'invalid_transition',
      'The previous key is still valid, and its tokens would stop working. Set force to rotate anyway',
    )
  }
  const retired = await tx.db
    .updateTable('signing_keys')
    .set({ retired_at: previousUntil })
    .where('retired_at', 'is', null)
    .returning('id')
    .execute()
  const sealed_secret = tx.platform.vault.seal(randomBytes(32))
  await tx.db
    .insertInto('signing_keys')
    .values({ id, sealed_secret, created_at: tx.now() })
    .execute()
  await tx.refresh('signing_keys')
  // Principals authenticated with a dropped key must leave all caches.
  if (dropped.length > 0) await tx.forget({ everyone: true })
  return { id, previousId: retired[0]?.id ?? null, previousUntil }
}

/** Creates the first key. Servers that start at the same time create only one. */
async function ensureKey(db: Database, vault: Vault) {
  await db.transaction().execute(async (trx) => {
    await lockKeys({ db: trx })
    const existing = await trx
      .selectFrom('signing_keys')
      .select('id')
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    if (existing) return
    const sealed_secret = vault.seal(randomBytes(32))
    await trx.insertInto('signing_keys').values({ id: randomUUIDv7(), sealed_secret }).execute()
  })
}

async function lockKeys({ db }: { db: PlatformTx['db'] | Database }) {
  const lock = sql`select pg_advisory_xact_lock(hashtext('powernode signing key'))`
  await lock.execute(db as Database)
}
