import { randomUUIDv7 } from 'node:crypto'
import { digestOf, randomSecret } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'
import { recordWorkerActivity } from './activity.ts'

/** The prefix of every worker token. */
export const TOKEN_PREFIX = 'swt_'

/** A new token, to be shown once, and its stored form. */
export function newToken() {
  const token = randomSecret(TOKEN_PREFIX)
  return { token, ...stored(token) }
}

/**
 * Sets the token of the installation's own worker, which is registered at the first start; its previous token becomes
 * invalid at once. A token that belongs to another worker stays with that worker. Servers that start at the same time
 * register one worker.
 */
export async function ensureSystemWorker(ctx: PlatformCtx, token: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode system worker'))`.execute(tx.db)
    const workers = await tx.db
      .selectFrom('workers')
      .select(['id', 'name', 'is_system', 'token_digest'])
      .where((eb) => eb.or([eb('is_system', '=', true), eb('token_digest', '=', digestOf(token))]))
      .forNoKeyUpdate()
      .execute()
    if (workers.some(({ token_digest }) => token_digest === digestOf(token))) return
    const system = workers.find(({ is_system }) => is_system)
    if (system) return changeToken(tx, system.id, token)
    const id = randomUUIDv7()
    const name = await freeName(tx, id)
    await tx.db
      .insertInto('workers')
      .values({ id, name, is_system: true, ...stored(token) })
      .execute()
    await tx.audit('worker.created', id, { new: { name } })
  })
}

async function changeToken(tx: PlatformTx, id: string, token: string) {
  const times = { token_rotated_at: tx.now(), updated_at: tx.now() }
  await tx.db
    .updateTable('workers')
    .set({
      ...stored(token),
      ...times,
      previous_token_digest: null,
      previous_token_expires_at: null,
    })
    .where('id', '=', id)
    .execute()
  await recordWorkerActivity(tx, id, 'token_rotated', { message: 'WORKER_TOKEN was changed' })
  await tx.audit('worker.token_rotated', id, { metadata: { by: 'WORKER_TOKEN' } })
  await tx.forget({ worker: id })
}

/** Another worker may already have the name. */
async function freeName(tx: PlatformTx, id: string) {
  const nameTaken = await tx.db
    .selectFrom('workers')
    .select('id')
    .where('name', '=', 'system')
    .executeTakeFirst()
  return nameTaken ? `system-${id.slice(-12)}` : 'system'
}

function stored(token: string) {
  const token_preview = `${token.slice(0, 6)}${'*'.repeat(6)}${token.slice(-4)}`
  return { token_digest: digestOf(token), token_preview }
}
