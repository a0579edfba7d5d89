import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Vault } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import { fail } from './fail.ts'

/** How long a reply can be replayed, and how long a key without a commit is taken to be running. */
const REPLAY_HOURS = 24
const RUNNING_SECONDS = 30
const KEY_PATTERN = /^[\x21-\x7e]{1,255}$/

interface StoredReply {
  status: number
  body: string
  cookies: string | string[] | undefined
}

/**
 * Runs a POST at most once per Idempotency-Key, caller, route and 24 hours. A repeated key replays the first
 * reply; the reply is sealed because it may hold a secret. The change itself marks the key committed
 * (see `transaction`), so a retry after a crash either runs for the first time or says that it already ran.
 */
export async function idempotently(
  { database: db, vault }: { database: Database; vault: Vault },
  request: FastifyRequest,
  reply: FastifyReply,
  caller: string,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  if (key === undefined) return run()
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) {
    throw fail.invalid({ 'Idempotency-Key': ['must be 1 to 255 visible ASCII characters'] })
  }
  const scope = `${caller} ${request.method} ${request.url}`
  const bodyDigest = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('hex')

  const stored = await claim(db, scope, key, bodyDigest)
  if (stored) {
    const first = JSON.parse(vault.open(stored).toString()) as StoredReply
    if (first.cookies) reply.header('set-cookie', first.cookies)
    reply.header('idempotency-replayed', 'true').type('application/json; charset=utf-8')
    return reply.code(first.status).send(first.body)
  }

  const row = db.updateTable('idempotency_keys').where('scope', '=', scope).where('key', '=', key)
  if (request.ctx.request) request.ctx.request.idempotency = { scope, key }
  try {
    const payload = await run()
    const body = String(reply.serialize(payload))
    const cookies = reply.getHeader('set-cookie') as string | string[] | undefined
    const answer: StoredReply = { status: reply.statusCode, body, cookies }
    const sealed = vault.seal(Buffer.from(JSON.stringify(answer)))
    await row.set({ sealed_reply: sealed, committed_at: new Date() }).execute()
    return reply.type('application/json; charset=utf-8').send(body)
  } catch (error) {
    // Nothing was committed, so the same key may try again.
    await db
      .deleteFrom('idempotency_keys')
      .where('scope', '=', scope)
      .where('key', '=', key)
      .where('committed_at', 'is', null)
      .execute()
    throw error
  }
}

/** Takes the key for this request, or returns the sealed first reply. Throws when it is another's. */
async function claim(db: Database, scope: string, key: string, bodyDigest: string) {
  const row = { scope, key, body_digest: bodyDigest, created_at: new Date() }
  const expired = new Date(Date.now() - REPLAY_HOURS * 3600_000)
  const abandoned = new Date(Date.now() - RUNNING_SECONDS * 1000)
  const claimed = await db
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'key'])
        .doUpdateSet({ ...row, committed_at: null, sealed_reply: null })
        .where((eb) =>
          eb.or([
            eb('idempotency_keys.created_at', '<', expired),
            eb.and([
              eb('idempotency_keys.committed_at', 'is', null),
              eb('idempotency_keys.created_at', '<', abandoned),
              eb('idempotency_keys.body_digest', '=', bodyDigest),
            ]),
          ]),
        ),
    )
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined

  const first = await db
    .selectFrom('idempotency_keys')
    .select(['body_digest', 'committed_at', 'sealed_reply', 'created_at'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst()
  if (first && first.body_digest !== bodyDigest) throw fail.with('idempotency_key_reused')
  if (first?.sealed_reply) return first.sealed_reply
  if (first?.committed_at && first.created_at < abandoned) {
    throw fail.with('conflict', 'The first request was carried out, but its reply was lost')
  }
  throw fail.with('idempotency_in_progress')
}
