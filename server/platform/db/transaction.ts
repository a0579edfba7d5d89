import { randomUUIDv7 } from 'node:crypto'
import { inSpan } from '@powernode/contract/tracing.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { type Kysely, sql } from 'kysely'
import { broadcast, broadcastNotice, publish } from '../cable/broadcast.ts'
import {
  CABLE_CHANNEL,
  FORGET_CHANNEL,
  JOBS_CHANNEL,
  REFRESH_CHANNEL,
  SIGNAL_CHANNEL,
} from '../channels.ts'
import type { Actor } from '../kernel/actor.ts'
import { fail } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import type { RequestInfo } from '../kernel/request_info.ts'
import { type AtCommit, collectForCommit } from './at_commit.ts'
import { auditRow } from './audit.ts'
import { type TrackedChanges, trackChanges } from './changes.ts'
import {
  type Clock,
  type Ctx,
  callingUser,
  type GlobalTables,
  type PlatformCtx,
  type Tx,
} from './context.ts'
import { type Database, retryDeadlocks } from './database.ts'
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

/** Implements all four context interfaces. It can write, but only the transaction interfaces expose that. */
interface FullCtx extends Ctx {
  db: Tx['db']
  own: Tx['own']
  acrossAccounts: Tx['acrossAccounts']
  inAccount(accountId: string, actor?: Actor): FullCtx
}

function makeContext(
  platform: Platform,
  database: Database,
  log: Logger,
  actor: Actor,
  request: RequestInfo | undefined,
  accountId: string | undefined,
  clock: Clock = () => undefined,
): FullCtx {
  const derive = (on: Database, as: Actor, id: string | undefined, by: Clock) =>
    makeContext(platform, on, log, as, request, id, by)
  return {
    platform,
    actor,
    // Narrows the type: tenant tables do not compile on ctx.db.
    db: database as unknown as Kysely<GlobalTables>,
    get log() {
      return request ? log.child({ reqId: request.id }) : log
    },
    request,
    now: () => (accountId && clock(accountId)) || new Date(),
    realNow: () => new Date(),
    withClock: (other) => derive(database, actor, accountId, other),
    account: { id: accountId ?? '' },
    own: (table) => {
      if (!accountId) throw new Error(`own('${table}') outside an account`)
      return ownTable(database, table, accountId)
    },
    acrossAccounts(grant) {
      const user = callingUser({ actor })
      if (user && typeof grant === 'string' && !user.permissions.has(grant))
        throw fail.forbidden(grant)
      return database
    },
    inAccount: (id, as = actor) => derive(database, as, id, clock),
    transaction: (work) =>
      inSpan('transaction', transactionSpan, () =>
        retryDeadlocks(async () => {
          const afterCommit: (() => void | Promise<void>)[] = []
          const result = await database.transaction().execute(async (trx) => {
            const changes = trackChanges(trx)
            const atCommit = collectForCommit(trx)
            const inner = derive(changes.db, actor, accountId, clock)
            const tx = withTransaction(platform, trx, { changes, atCommit, afterCommit }, inner)
            const outcome = await work(tx)
            changes.check()
            await atCommit.write()
            if (request?.idempotency && !changes.onlyPrepares) {
              await markCommitted(trx, request.idempotency)
            }
            return outcome
          })
          for (const done of afterCommit) await done()
          return result
        }, platform.metrics.transactionRetried),
      ),
  }
}

/** What a transaction has gathered so far. */
interface Gathered {
  changes: TrackedChanges
  atCommit: AtCommit
  afterCommit: (() => void | Promise<void>)[]
}

function withTransaction(platform: Platform, trx: Database, gathered: Gathered, ctx: FullCtx): Tx {
  const { changes, atCommit, afterCommit } = gathered
  const derive = (other: FullCtx) => withTransaction(platform, trx, gathered, other)
  /** For subscribers, which decide about time themselves. */
  const inRealTime = () => derive(ctx.withClock(() => undefined))
  const tx: Tx = {
    ...ctx,
    transaction: (work) => work(tx),
    inAccount: (id, as) => derive(ctx.inAccount(id, as)),
    withClock: (clock) => derive(ctx.withClock(clock)),
    unaudited: () => changes.account(),
    prepares: (_, { audited = false } = {}) => changes.prepare(audited),
    async audit(action, id, entry = {}) {
      changes.account()
      afterCommit.push(platform.sealer.wake)
      const row = auditRow(ctx, action, id, entry)
      atCommit.audit(row)
      return row.id
    },
    async record(type, data) {
      const event = { id: randomUUIDv7(), type, data }
      await recordEvent(trx, tx, event, [])
      return event.id
    },
    async emit(type, data) {
      const event = { id: randomUUIDv7(), type, data }
      const { domains } = platform.composition
      const plain = inRealTime()
      const listeners = ctx.account.id ? domains.flatMap(({ before }) => before?.every ?? []) : []
      const interested = await recordEvent(trx, tx, event, listeners)
      for (const { before = {} } of domains) {
        // TypeScript loses the connection between the list and the event when `type` is generic.
        const reactions = (before[type] ?? []) as unknown as Subscriber<typeof type>[]
        for (const react of reactions) await react(plain, data)
        for (const listener of before.every ?? []) {
          if (interested.has(listener)) await listener.react(plain, event)
        }
      }
    },
    async enqueue(name, input, options) {
      const [id = ''] = await tx.enqueueAll(name, [{ input, ...options }])
      return id
    },
    async enqueueAll(name, jobs) {
      atCommit.notify(JOBS_CHANNEL, '')
      return platform.queue.send(trx, name, jobs, ctx.account.id || null)
    },
    async notify(userIds, content, options) {
      await platform.composition.notify?.(inRealTime(), userIds, content, options)
    },
    async release(holder, jobs, seconds = 0) {
      atCommit.notify(JOBS_CHANNEL, '')
      return platform.queue.release(trx, holder, jobs, seconds)
    },
    async broadcast(stream, message) {
      const text = JSON.stringify(message)
      if (!platform.redis?.up) {
        atCommit.notify(CABLE_CHANNEL, await broadcastNotice(trx, stream, text))
        return
      }
      afterCommit.push(async () => {
        if (await publish(platform.redis, stream, text)) return
        await broadcast(platform.database, stream, text)
      })
    },
    async signal(topic) {
      atCommit.notify(SIGNAL_CHANNEL, topic)
    },
    async forget(whom) {
      atCommit.notify(FORGET_CHANNEL, JSON.stringify(whom))
      afterCommit.push(() => platform.forgetLocally(whom))
    },
    async refresh(what) {
      atCommit.notify(REFRESH_CHANNEL, what)
      afterCommit.push(() => platform.refreshLocally(what))
    },
  }
  return tx
}

/** Records an event; returns the listeners that want it. */
async function recordEvent(
  trx: Database,
  tx: Tx,
  event: RecordedEvent,
  listeners: EventListener[],
): Promise<Set<EventListener>> {
  const conditions = listeners.map((listener) => listener.wants(tx, event))
  const recorded = await trx
    .insertInto('events')
    .values({
      ...event,
      data: event.data as Record<string, unknown>,
      account_id: tx.account.id || null,
      created_at: tx.realNow(),
    })
    .returning(
      sql<
        boolean[]
      >`array[${sql.join(conditions.map((condition) => sql`${condition}::boolean`))}]::boolean[]`.as(
        'wanted',
      ),
    )
    .executeTakeFirstOrThrow()
  return new Set(listeners.filter((_, index) => recorded.wanted[index]))
}

async function markCommitted(trx: Database, { scope, key }: { scope: string; key: string }) {
  await trx
    .updateTable('idempotency_keys')
    .set({ committed_at: new Date() })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute()
}
