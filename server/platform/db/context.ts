import type { EventData, EventType } from '@powernode/contract/events.ts'
import type { JobInput, JobName } from '@powernode/contract/jobs.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import type { Kysely } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import type { AuditEntry } from '../kernel/audit_entry.ts'
import type { CachedData } from '../kernel/cached_data.ts'
import { fail } from '../kernel/fail.ts'
import type { Forget } from '../kernel/forget.ts'
import type { JobOptions } from '../kernel/job_options.ts'
import type { NotificationContent } from '../kernel/notification.ts'
import type { AdminPermission } from '../kernel/permissions.ts'
import type { Platform } from '../kernel/platform.ts'
import type { RequestInfo } from '../kernel/request_info.ts'
import type { Database, Reading } from './database.ts'
import type { Own, OwnReading, TenantTable } from './own.ts'
import type { DB } from './rows.ts'

/** The audited actions that domains declare. */
export type AuditedAction = NamesOf<'audit'>

/** Tables without an account: those that `ctx.db` can access. Includes roles, because built-in roles belong to no account. */
export type GlobalTables = Omit<DB, Exclude<TenantTable, 'roles'>>

/** The time in an account; undefined for the real time. */
export type Clock = (accountId: string) => Date | undefined

/** The context of verbs outside an account: sign-in, workers, startup and schedules. */
export interface PlatformCtx {
  platform: Platform
  actor: Actor
  db: Reading<GlobalTables>
  log: Logger
  request: RequestInfo | undefined
  /** The time in the account of the context; the real time outside of accounts, and unless `withClock` says otherwise. */
  now(): Date
  /** The real time, which leases, retries and what the platform records go by. */
  realNow(): Date
  /** The same context, in which accounts may have another time. */
  withClock(clock: Clock): this
  /**
   * Access to the rows of all accounts. Takes the `admin.*` permission that a user needs for it (not checked for the system,
   * workers and visitors), or the reason why this query may cross accounts.
   */
  acrossAccounts(grant: AdminPermission | { because: string }): Reading<DB>
  /** The same request in the context of an account. */
  inAccount(accountId: string, actor?: Actor): Ctx
  /** Runs `work` in a transaction. After a deadlock the transaction is retried, so `work` may run more than once. */
  transaction<T>(work: (tx: PlatformTx) => Promise<T>): Promise<T>
}

/** The context of verbs inside an account. */
export interface Ctx extends PlatformCtx {
  account: { id: string }
  own<T extends TenantTable>(table: T): OwnReading<T>
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** A transaction: the change, its audit row, its events, jobs and broadcasts commit together or not at all. */
export interface Transaction {
  /** `action` is `<noun>.<past verb>`; `id` is the id of the changed row. Secrets are redacted. Returns the id of the entry. */
  audit(action: AuditedAction, id: string | null, entry?: AuditEntry): Promise<string>
  /** States why rows may change without an audit row. Without it or an audit row, a transaction that changed rows is rolled back. */
  unaudited(reason: string): void
  /**
   * States that the transaction only prepares the rest of the request, such as reserving what it needs: an Idempotency-Key can
   * be used again after it, so that the request is repeated, not answered as done. Unless the transaction is audited as well,
   * which shows that it does more; `audited` says that it does not.
   */
  prepares(reason: string, preparation?: { audited?: boolean }): void
  /** Records an event and calls its subscribers, inside this transaction. */
  emit<T extends EventType>(type: T, data: EventData<T>): Promise<void>
  /** Records an event without calling subscribers. Returns its id. */
  record<T extends EventType>(type: T, data: EventData<T>): Promise<string>
  /** Enqueues a job when this transaction commits. Returns its id. */
  enqueue<N extends JobName>(name: N, input: JobInput<N>, options?: JobOptions): Promise<string>
  /** Enqueues several jobs of one kind, in one statement. */
  enqueueAll<N extends JobName>(
    name: N,
    jobs: ({ input: JobInput<N> } & JobOptions)[],
  ): Promise<string[]>
  /** Releases running jobs of a holder, by default all, to be leased again after so many seconds. Returns their number. */
  release(
    holder: string,
    jobs?: { id: string; name: JobName; attempt?: number }[],
    seconds?: number,
  ): Promise<number>
  /** Notifies users of the account, by the channels they chose for this kind; see `notifications.ts`. */
  notify(
    userIds: string[],
    content: NotificationContent,
    options?: { mail?: boolean },
  ): Promise<void>
  /** Sends `message` to a cable stream after commit, in every process. */
  broadcast(stream: string, message: Record<string, unknown>): Promise<void>
  /** Wakes requests that wait for this topic after commit, in every process; see `signals.ts`. */
  signal(topic: string): Promise<void>
  /** Drops cached principals and rechecks their live connections after commit, in every process. */
  forget(whom: Forget): Promise<void>
  /** Makes every process reload what changed, after commit; this process before the transaction returns. */
  refresh(what: CachedData): Promise<void>
}

export interface PlatformTx extends PlatformCtx, Transaction {
  db: Kysely<GlobalTables>
  acrossAccounts(grant: AdminPermission | { because: string }): Database
  inAccount(accountId: string, actor?: Actor): Tx
}
export interface Tx extends Ctx, Transaction {
  db: Kysely<GlobalTables>
  acrossAccounts(grant: AdminPermission | { because: string }): Database
  own<T extends TenantTable>(table: T): Own<T>
  inAccount(accountId: string, actor?: Actor): Tx
}

/** Whether a context is inside an account. Always true for users and API keys, false for workers. */
export function isInAccount(ctx: PlatformCtx): ctx is Ctx {
  return (ctx as Ctx).account.id !== ''
}

/** The calling user; 403 for other actors. */
export function requireUser({ actor }: PlatformCtx): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw fail.with('forbidden')
  return actor
}

/**
 * The user who makes a request, signed in or with an API key: `permissions` are those they can use and grant; `rank` decides
 * which users they can change. Undefined for workers, visitors and the system.
 */
export function callingUser({ actor }: Pick<PlatformCtx, 'actor'>) {
  if (actor.kind !== 'user' && actor.kind !== 'api_key') return undefined
  const { userId, permissions } = actor
  return { userId, permissions, rank: actor.kind === 'api_key' ? actor.rank : permissions }
}
