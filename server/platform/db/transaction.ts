import { randomUUIDv7 } from 'node:crypto'
import { inSpan } from '@powernode/contract/tracing.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { type Kysely, sql } from 'kysely'
import { broadcast, publish } from '../cable/broadcast.ts'
import { FORGET_CHANNEL, REFRESH_CHANNEL } from '../channels.ts'
import type { Actor } from '../kernel/actor.ts'
import { fail } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import type { RequestInfo } from '../kernel/request_info.ts'
import { writeAudit } from './audit.ts'
import { type TrackedChanges, trackChanges } from './changes.ts'
import { type Ctx, type GlobalTables, type PlatformCtx, type Tx, userBehind } from './context.ts'
import { afterDeadlocks, type Database } from './database.ts'
import type { EventListener, RecordedEvent, Subscriber } from './events.ts'
import { ownTable } from './own.ts'

const transactionSpan = { attributes: { 'db.system.name': 'postgresql' }, partOnly: true }

export function platformContext(
  platform: Platform,
  log: Logger,
  actor: Actor,
  request?: RequestInfo,
): PlatformCtx {
  return makeContext(platform, platform.database, log, actor, request, undefined)
}

/** What is behind all four interfaces: it writes, which only those of a transaction show. */
interface Inner extends Ctx {
  db: Tx['db']
  own: Tx['own']
  acrossAccounts: Tx['acrossAccounts']
  inAccount(accountId: string, actor?: Actor): Inner
}

function makeContext(
  platform: Platform,
  database: Database,
  log: Logger,
  actor: Actor,
  request: RequestInfo | undefined,
  accountId: string | undefined,
): Inner {
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
      const person = userBehind({ actor })
      if (person && typeof grant === 'string' && !person.permissions.has(grant))
        throw fail.forbidden(grant)
      return database
    },
    inAccount: (id, as = actor) => makeContext(platform, database, log, as, request, id),
    transaction: (work) =>
      inSpan('transaction', transactionSpan, () =>
        afterDeadlocks(async () => {
          const committed: (() => void | Promise<void>)[] = []
          const result = await database.transaction().execute(async (trx) => {
            const watched = trackChanges(trx)
            const inner = makeContext(platform, watched.db, log, actor, request, accountId)
            const outcome = await work(withTransaction(platform, trx, watched, inner, committed))
            watched.check()
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
  watched: TrackedChanges,
  ctx: Inner,
  committed: (() => void | Promise<void>)[],
): Tx {
  const tx: Tx = {
    ...ctx,
    transaction: (work) => work(tx),
    inAccount: (id, as) =>
      withTransaction(platform, trx, watched, ctx.inAccount(id, as), committed),
    unaudited: () => watched.account(),
    audit(action, id, entry = {}) {
      watched.account()
      committed.push(platform.sealer.wake)
      return writeAudit(trx, ctx, action, id, entry)
    },
    async record(type, data) {
      const event = { id: randomUUIDv7(), type, data }
      await recordEvent(trx, tx, event, [])
      return event.id
    },
    async emit(type, data) {
      const event = { id: randomUUIDv7(), type, data }
      const { domains } = platform.composition
      const listeners = ctx.account.id ? domains.flatMap(({ before }) => before?.every ?? []) : []
      const wanting = await recordEvent(trx, tx, event, listeners)
      for (const { before = {} } of domains) {
        // The table's type ties each list to its own event; TypeScript loses that when `type` is generic.
        const reactions = (before[type] ?? []) as unknown as Subscriber<typeof type>[]
        for (const react of reactions) await react(tx, data)
        for (const listener of before.every ?? []) {
          if (wanting.has(listener)) await listener.react(tx, event)
        }
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

/** Writes an event down; returns which of the listeners want it. */
async function recordEvent(
  trx: Database,
  tx: Tx,
  event: RecordedEvent,
  listeners: EventListener[],
): Promise<Set<EventListener>> {
  const wishes = listeners.map((listener) => listener.wants(tx, event))
  const asked = await trx
    .insertInto('events')
    .values({
      ...event,
      data: event.data as Record<string, unknown>,
      account_id: tx.account.id || null,
      created_at: tx.now(),
    })
    .returning(
      sql<boolean[]>`array[${sql.join(wishes.map((wish) => sql`${wish}::boolean`))}]::boolean[]`.as(
        'wanted',
      ),
    )
    .executeTakeFirstOrThrow()
  return new Set(listeners.filter((_, index) => asked.wanted[index]))
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
