import { randomUUIDv7 } from 'node:crypto'
import type { EventData, EventType } from '@powernode/contract/events.ts'
import type { JobInput, JobName } from '@powernode/contract/jobs.ts'
import { inSpan } from '@powernode/contract/tracing.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../auth/actor.ts'
import type { Permission } from '../auth/permissions.ts'
import type { Forget } from '../auth/principal.ts'
import { broadcast, publish } from '../cable/broadcast.ts'
import { FORGET_CHANNEL, REFRESH_CHANNEL } from '../channels.ts'
import { fail } from '../http/fail.ts'
import type { JobOptions } from '../jobs/queue.ts'
import type { NotificationContent } from '../notifications.ts'
import type { Platform, Refreshed } from '../platform.ts'
import { type AuditEntry, writeAudit } from './audit.ts'
import { afterDeadlocks, type Database } from './database.ts'
import type { Subscriber } from './events.ts'
import { type Own, ownTable, type TenantTable } from './own.ts'
import type { DB } from './rows.ts'

/** Tables without an account: what `ctx.db` sees. Roles are among them for the built-in ones, which belong to none. */
export type GlobalTables = Omit<DB, Exclude<TenantTable, 'roles'>>

export interface RequestInfo {
  id: string
  ip: string
  userAgent: string | null
  /** The Idempotency-Key under way, to be marked committed with the change. */
  idempotency?: { scope: string; key: string }
}

/** What every verb outside an account gets: sign-in, workers, boot and schedules. */
export interface PlatformCtx {
  platform: Platform
  actor: Actor
  db: Kysely<GlobalTables>
  log: Logger
  request: RequestInfo | undefined
  now(): Date
  /**
   * Every account's rows. A person needs the `admin.*` permission named, or the code gives the reason why this look-up
   * may see beyond the account; the system and visitors signing in need neither.
   */
  acrossAccounts(grant?: Permission | { because: string }): Database
  /** The same request seen from inside one account. */
  inAccount(accountId: string, actor?: Actor): Ctx
  /** Of transactions that wait for each other PostgreSQL ends one, which is then tried again: `work` may run more than once. */
  transaction<T>(work: (tx: PlatformTx) => Promise<T>): Promise<T>
}

/** What every verb inside an account gets. */
export interface Ctx extends PlatformCtx {
  account: { id: string }
  own<T extends TenantTable>(table: T): Own<T>
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** A transaction: the change, its audit row, its events, jobs and broadcasts commit together or not at all. */
export interface Transaction {
  /** `action` is `<noun>.<past verb>`; `id` names the row it happened to. Secrets are redacted. Returns the entry's id. */
  audit(action: string, id: string | null, entry?: AuditEntry): Promise<string>
  /** Records that something happened and tells the subscribers, inside this transaction. */
  emit<T extends EventType>(type: T, data: EventData<T>): Promise<void>
  /** Queues a job, which exists once this transaction commits. Returns its id. */
  enqueue<N extends JobName>(name: N, input: JobInput<N>, options?: JobOptions): Promise<string>
  /** The same for many of a kind, in one statement. */
  enqueueAll<N extends JobName>(
    name: N,
    jobs: ({ input: JobInput<N> } & JobOptions)[],
  ): Promise<string[]>
  /** Gives running jobs back to the queue, for whoever is free after so many seconds. */
  release(jobs: { id: string; name: JobName }[], seconds?: number): Promise<void>
  /** Notifies people of the account, each in the way they chose for its kind; see `notifications.ts`. */
  notify(
    userIds: string[],
    content: NotificationContent,
    options?: { mail?: boolean },
  ): Promise<void>
  /** Sends `message` to a cable stream after commit, in every process. */
  broadcast(stream: string, message: Record<string, unknown>): Promise<void>
  /** Drops cached principals and closes their sockets after commit, in every process. */
  forget(whom: Forget): Promise<void>
  /** Has every process read again what changed, after commit; this one before the transaction returns. */
  refresh(what: Refreshed): Promise<void>
}

export interface PlatformTx extends PlatformCtx, Transaction {
  inAccount(accountId: string, actor?: Actor): Tx
}
export interface Tx extends Ctx, Transaction {
  inAccount(accountId: string, actor?: Actor): Tx
}

/** The person who asks; 403 for whoever is none. */
export function me({ actor }: PlatformCtx): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw fail.with('forbidden')
  return actor
}

/**
 * The person behind a request, signed in or by a key of theirs: what may be done and passed on (`permissions`), and
 * whom it may be done to (`rank`). Nobody for workers, visitors and the system.
 */
export function behind({ actor }: Pick<PlatformCtx, 'actor'>) {
  if (actor.kind !== 'user' && actor.kind !== 'api_key') return undefined
  const { userId, permissions } = actor
  return { userId, permissions, rank: actor.kind === 'api_key' ? actor.rank : permissions }
}

const transactionSpan = { attributes: { 'db.system.name': 'postgresql' }, partOnly: true }

export function platformContext(
  platform: Platform,
  log: Logger,
  actor: Actor,
  request?: RequestInfo,
): PlatformCtx {
  return makeContext(platform, platform.database, log, actor, request, undefined)
}

/** Builds the one object behind all four interfaces; `Ctx` and `Tx` only widen what the type shows. */
function makeContext(
  platform: Platform,
  database: Database,
  log: Logger,
  actor: Actor,
  request: RequestInfo | undefined,
  accountId: string | undefined,
): Ctx {
  return {
    platform,
    actor,
    // Narrowing the type is the point: tenant tables do not compile on ctx.db.
    db: database as unknown as Kysely<GlobalTables>,
    get log() {
      return request ? log.child({ reqId: request.id }) : log
    },
    request,
    now: () => new Date(),
    account: { id: accountId ?? '' },
    own: (table) => {
      if (!accountId) throw new Error(`own('${table}') outside an account`)
      return ownTable(database, table, accountId)
    },
    acrossAccounts(grant) {
      const person = behind({ actor })
      if (person && typeof grant !== 'object') {
        if (!grant?.startsWith('admin.'))
          throw new Error('acrossAccounts() needs an admin permission')
        if (!person.permissions.has(grant)) throw fail.forbidden(grant)
      }
      return database
    },
    inAccount: (id, as = actor) => makeContext(platform, database, log, as, request, id),
    transaction: (work) =>
      inSpan('transaction', transactionSpan, () =>
        afterDeadlocks(async () => {
          const committed: (() => void | Promise<void>)[] = []
          const result = await database.transaction().execute(async (trx) => {
            const inner = makeContext(platform, trx, log, actor, request, accountId)
            const outcome = await work(withTransaction(platform, trx, inner, committed))
            if (request?.idempotency) await markCommitted(trx, request.idempotency)
            return outcome
          })
          for (const done of committed) await done()
          return result
        }, platform.metrics.transactionRetried),
      ),
  }
}

function withTransaction(
  platform: Platform,
  trx: Database,
  ctx: Ctx,
  committed: (() => void | Promise<void>)[],
): Tx {
  const tx: Tx = {
    ...ctx,
    transaction: (work) => work(tx),
    inAccount: (id, as) => withTransaction(platform, trx, ctx.inAccount(id, as), committed),
    audit(action, id, entry = {}) {
      committed.push(platform.sealer.wake)
      return writeAudit(trx, ctx, action, id, entry)
    },
    async emit(type, data) {
      const event = { id: randomUUIDv7(), type, data }
      await trx
        .insertInto('events')
        .values({
          ...event,
          data: data as Record<string, unknown>,
          account_id: ctx.account.id || null,
          created_at: ctx.now(),
        })
        .execute()
      for (const { before = {} } of platform.composition.domains) {
        // The table's type ties each list to its own event; TypeScript loses that when `type` is generic.
        const reactions = (before[type] ?? []) as unknown as Subscriber<typeof type>[]
        for (const react of reactions) await react(tx, data)
        if (ctx.account.id) for (const react of before.every ?? []) await react(tx, event)
      }
    },
    async enqueue(name, input, options) {
      const [id = ''] = await tx.enqueueAll(name, [{ input, ...options }])
      return id
    },
    enqueueAll: (name, jobs) => platform.queue.send(trx, name, jobs, ctx.account.id || null),
    async notify(userIds, content, options) {
      await platform.composition.notify?.(tx, userIds, content, options)
    },
    release: (jobs, seconds = 0) => platform.queue.release(trx, jobs, seconds),
    async broadcast(stream, message) {
      const text = JSON.stringify(message)
      if (!platform.redis?.up) return broadcast(trx, stream, text)
      committed.push(async () => {
        if (await publish(platform.redis, stream, text)) return
        await broadcast(platform.database, stream, text)
      })
    },
    async forget(whom) {
      await notify(trx, FORGET_CHANNEL, JSON.stringify(whom))
      committed.push(() => platform.forgetLocally(whom))
    },
    async refresh(what) {
      await notify(trx, REFRESH_CHANNEL, what)
      committed.push(() => platform.refreshLocally(what))
    },
  }
  return tx
}

async function markCommitted(trx: Database, { scope, key }: { scope: string; key: string }) {
  await trx
    .updateTable('idempotency_keys')
    .set({ committed_at: new Date() })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute()
}

/** Sends a notification that PostgreSQL delivers when the transaction commits. */
async function notify(trx: Database, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(trx)
}
