import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Vault } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import type { ErrorCode } from '../kernel/errors.ts'
import { Failure, fail } from '../kernel/fail.ts'
import { HOUR_MS } from '../kernel/time.ts'
import { toFailure } from './failures.ts'

/** How long a reply can be replayed, and how long a key without a commit counts as running. */
const REPLAY_HOURS = 24
const RUNNING_SECONDS = 30
/** How often the key of a running upload is renewed. */
const RENEW_MS = 10_000
const KEY_PATTERN = /^[\x21-\x7e]{1,255}$/

/** The stored result: the reply, the failure, or only the success if the reply contained a credential. */
type StoredResult =
  | { status: number; body: string; location?: string }
  | { failure: { code: ErrorCode; message: string; extra: Failure['extra'] } }
  | { completed: true }

interface IdempotentRequest {
  /** The caller and account that own the key. */
  caller: string
  /** The request body; for an upload, which is not read yet, what is known of it. */
  body: unknown
  /** Set for uploads: its key is running as long as the body arrives. */
  upload?: StreamedBody | undefined
  /** The reply contains no credential, so it can be stored. */
  keepsReply: boolean
}

/** A body whose content is known after it was read. */
export interface StreamedBody {
  /** Reads the body of a repeated request, to compare it. Without it, bodies are compared by what is known before. */
  identify?: (() => Promise<unknown>) | undefined
  /** The same of the body that the handler has read. */
  identity(): unknown
}

/**
 * Runs a POST at most once per Idempotency-Key, caller, account, route and 24 hours. A repeated key replays the first
 * reply, or the failure if something was committed before it. If the reply contained a credential, a repeat only reports
 * that the request was completed. Replies are encrypted, scopes and bodies are stored as keyed digests, because they contain
 * user input, mailed links and passwords. The transaction itself marks the key as committed (see `transaction`), so a retry
 * after a crash either runs for the first time or reports that the request was completed.
 */
export async function idempotently(
  { database: db, vault }: { database: Database; vault: Vault },
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, body: sent, upload, keepsReply }: IdempotentRequest,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  if (key === undefined) return run()
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) {
    throw fail.invalid({ 'Idempotency-Key': ['must be 1 to 255 visible ASCII characters'] })
  }
  const digest = (text: string) => vault.sign('idempotency', text).toString('hex')
  const digestOfBody = (body: unknown) => digest(JSON.stringify(body ?? null))
  const bodyDigest = digestOfBody(sent)
  // Visitors behind one address are not the same caller: they share a key only if they send the same body.
  const owner = request.ctx.actor.kind === 'visitor' ? `${caller} ${bodyDigest}` : caller
  const scope = digest(`${owner} ${request.method} ${request.url}`)

  const first = await claim(db, scope, key, bodyDigest, upload?.identify !== undefined)
  if (first) {
    // Otherwise the first request failed before its whole body was read.
    const isComparable = upload?.identify && first.body_digest !== bodyDigest
    if (isComparable && digestOfBody(await upload.identify?.()) !== first.body_digest) {
      throw fail.with('idempotency_key_reused')
    }
    return replay(reply, JSON.parse(vault.open(first.sealed_reply).toString()) as StoredResult)
  }

  const row = db.updateTable('idempotency_keys').where('scope', '=', scope).where('key', '=', key)
  const seal = (kept: StoredResult) => vault.seal(Buffer.from(JSON.stringify(kept)))
  if (request.ctx.request) request.ctx.request.idempotency = { scope, key }
  const renewing =
    upload &&
    setInterval(() => {
      const running = row.set({ created_at: new Date() }).where('committed_at', 'is', null)
      void running.execute().catch(() => {}) // the next one may succeed
    }, RENEW_MS)
  try {
    const payload = await run()
    const body = String(reply.serialize(payload))
    // A cookie is a credential too.
    const keeps = keepsReply && reply.getHeader('set-cookie') === undefined
    const location = reply.getHeader('location') as string | undefined
    const kept = { status: reply.statusCode, body, ...(location && { location }) }
    const sealed_reply = seal(keeps ? kept : { completed: true })
    const read = upload?.identify && { body_digest: digestOfBody(upload.identity()) }
    await row.set({ sealed_reply, committed_at: new Date(), ...read }).execute()
    return reply.type('application/json; charset=utf-8').send(body)
  } catch (error) {
    const { code, message, extra } = toFailure(error as Error)
    const sealed_reply = seal({ failure: { code, message, extra } })
    await row.set({ sealed_reply }).where('committed_at', 'is not', null).execute()
    // If nothing was committed, the key can be used for a retry.
    await db
      .deleteFrom('idempotency_keys')
      .where('scope', '=', scope)
      .where('key', '=', key)
      .where('committed_at', 'is', null)
      .execute()
    throw error
  } finally {
    clearInterval(renewing)
  }
}

function replay(reply: FastifyReply, kept: StoredResult) {
  reply.header('idempotency-replayed', 'true')
  if ('completed' in kept) throw fail.with('idempotency_completed')
  if ('failure' in kept) {
    const { code, message, extra } = kept.failure
    throw new Failure(code, message, extra)
  }
  if (kept.location) reply.header('location', kept.location)
  return reply.type('application/json; charset=utf-8').code(kept.status).send(kept.body)
}

/**
 * Claims the key for this request, or returns the encrypted first reply. Throws if the key belongs to a different request, or,
 * with `comparesLater`, returns the digest of its body.
 */
async function claim(
  db: Database,
  scope: string,
  key: string,
  bodyDigest: string,
  comparesLater: boolean,
) {
  const row = { scope, key, body_digest: bodyDigest, created_at: new Date() }
  const expired = new Date(Date.now() - REPLAY_HOURS * HOUR_MS)
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
  if (first && first.body_digest !== bodyDigest && !comparesLater) {
    throw fail.with('idempotency_key_reused')
  }
  if (first?.sealed_reply) {
    return { sealed_reply: first.sealed_reply, body_digest: first.body_digest }
  }
  if (first?.committed_at && first.created_at < abandoned) {
    throw fail.with('idempotency_completed')
  }
  throw fail.with('idempotency_in_progress')
}
