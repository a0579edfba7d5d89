import type { EventData, EventType } from '@powernode/contract/events.ts'
import type { JobInput, JobName } from '@powernode/contract/jobs.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import type { Kysely } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import type { AuditEntry } from '../kernel/audit_entry.ts'
import { fail } from '../kernel/fail.ts'
import type { Forget } from '../kernel/forget.ts'
import type { JobOptions } from '../kernel/job_options.ts'
import type { NotificationContent } from '../kernel/notification.ts'
import type { AdminPermission } from '../kernel/permissions.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Refreshed } from '../kernel/refreshed.ts'
import type { RequestInfo } from '../kernel/request_info.ts'
import type { Database, Reading } from './database.ts'
import type { Own, OwnReading, TenantTable } from './own.ts'
import type { DB } from './rows.ts'

/** Tables without an account: what `ctx.db` sees. Roles are among them for the built-in ones, which belong to none. */
export type GlobalTables = Omit<DB, Exclude<TenantTable, 'roles'>>

/** What every verb outside an account gets: sign-in, workers, boot and schedules. */
export interface PlatformCtx {
  platform: Platform
  actor: Actor
  db: Reading<GlobalTables>
  log: Logger
  request: RequestInfo | undefined
  now(): Date
  /**
   * Every account's rows. Takes the `admin.*` permission that a person must hold for it, which is not asked of the system,
   * workers and visitors, or the reason why this query may see beyond the account.
   */
  acrossAccounts(grant: AdminPermission | { because: string }): Reading<DB>
  /** The same request seen from inside one account. */
  inAccount(accountId: string, actor?: Actor): Ctx
  /** Of transactions that wait for each other PostgreSQL ends one, which is then tried again: `work` may run more than once. */
  transaction<T>(work: (tx: PlatformTx) => Promise<T>): Promise<T>
}

/** What every verb inside an account gets. */
export interface Ctx extends PlatformCtx {
  account: { id: string }
  own<T extends TenantTable>(table: T): OwnReading<T>
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** A transaction: the change, its audit row, its events, jobs and broadcasts commit together or not at all. */
export interface Transaction {
  /** `action` is `<noun>.<past verb>`; `id` names the row it happened to. Secrets are redacted. Returns the entry's id. */
  audit(action: string, id: string | null, entry?: AuditEntry): Promise<string>
  /** Says why rows may change without an audit row. A transaction that changed some and says neither is rolled back. */
  unaudited(reason: string): void
  /** Records that something happened and tells the subscribers, inside this transaction. */
  emit<T extends EventType>(type: T, data: EventData<T>): Promise<void>
  /** Records an event without telling anybody. Returns its id. */
  record<T extends EventType>(type: T, data: EventData<T>): Promise<string>
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

/** Whether a context is inside an account, as that of a person or key always is and that of a worker is not. */
export function isInAccount(ctx: PlatformCtx): ctx is Ctx {
  return (ctx as Ctx).account.id !== ''
}

/** The person who asks; 403 for whoever is none. */
export function requireUser({ actor }: PlatformCtx): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw fail.with('forbidden')
  return actor
}

/**
 * The person behind a request, signed in or by a key of theirs: what may be done and passed on (`permissions`), and
 * whom it may be done to (`rank`). Nobody for workers, visitors and the system.
 */
export function userBehind({ actor }: Pick<PlatformCtx, 'actor'>) {
  if (actor.kind !== 'user' && actor.kind !== 'api_key') return undefined
  const { userId, permissions } = actor
  return { userId, permissions, rank: actor.kind === 'api_key' ? actor.rank : permissions }
}
