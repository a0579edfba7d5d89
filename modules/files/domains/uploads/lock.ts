import { randomUUID } from 'node:crypto'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'

/** A holder that does not renew its lock for so long has died. Another request waits as long, so it always gets that lock. */
const LOCK_MS = 5000
const RENEW_MS = 1500

/** Ends what a holder does. */
type Stop = () => Promise<void> | void

const topicOf = (id: string) => `upload ${id}`

/**
 * The lock of one request on an upload. It is in the row, so it holds for all servers; `token` fences what its holder writes.
 * A request that waits asks the holder to stop.
 */
export class UploadLock {
  readonly token = randomUUID()
  readonly #ctx: Ctx
  readonly #id: string
  #renewing: NodeJS.Timeout | undefined
  #isOver = false

  constructor(ctx: Ctx, id: string) {
    this.#ctx = ctx
    this.#id = id
  }

  /** Waits up to five seconds. `stop` is called when another request waits, or the lock was lost. */
  async lock(stop: Stop = () => {}): Promise<void> {
    const { signals } = this.#ctx.platform
    const isHeld = await signals.until(topicOf(this.#id), LOCK_MS, () => this.#acquire())
    if (!isHeld) throw fail.with('upload_locked')
    this.hold(stop)
  }

  /** Keeps a lock that this request has. */
  hold(stop: Stop): void {
    this.#renewing = setInterval(() => {
      this.#renew().then(
        (isHeld) => isHeld || stop(),
        () => {}, // the next one may succeed
      )
    }, RENEW_MS)
    const { signals } = this.#ctx.platform
    void signals
      .until(topicOf(this.#id), 24 * HOUR_MS, async () => {
        if (!this.#isOver && (await this.#isWanted())) {
          await stop()
          return true
        }
        return this.#isOver
      })
      .catch(() => {}) // then it is told when it renews its lock
  }

  /** The columns of a new upload that this request holds. */
  columns(ctx: Ctx) {
    return { lock_token: this.token, locked_until: lockedUntil(ctx) }
  }

  async unlock(): Promise<void> {
    this.#isOver = true
    clearInterval(this.#renewing)
    await this.#ctx.transaction(async (tx) => {
      tx.unaudited('only the lock of an upload')
      await tx
        .own('uploads')
        .update({ lock_token: null, locked_until: null, stop_requested: false })
        .where('id', '=', this.#id)
        .where('lock_token', '=', this.token)
        .execute()
      await tx.signal(topicOf(this.#id))
    })
  }

  #acquire(): Promise<boolean> {
    return this.#ctx.transaction(async (tx) => {
      tx.unaudited('only the lock of an upload')
      const upload = await tx
        .own('uploads')
        .select()
        .select(['lock_token', 'locked_until', 'stop_requested', 'taken_over'])
        .where('id', '=', this.#id)
        .forNoKeyUpdate()
        .executeTakeFirst()
      if (!upload) throw fail.notFound('upload')
      const isHeld = upload.locked_until !== null && upload.locked_until > tx.realNow()
      if (isHeld && upload.stop_requested) return false
      const change = isHeld
        ? { stop_requested: true }
        : {
            ...this.columns(tx),
            stop_requested: false,
            taken_over: upload.taken_over || upload.lock_token !== null,
          }
      await tx.own('uploads').update(change).where('id', '=', this.#id).execute()
      // It wakes this request too, which finds the above.
      if (isHeld) await tx.signal(topicOf(this.#id))
      return !isHeld
    })
  }

  async #renew(): Promise<boolean> {
    const renewed = await this.#ctx.transaction((tx) => {
      tx.unaudited('only the lock of an upload')
      return tx
        .own('uploads')
        .update({ locked_until: lockedUntil(tx) })
        .where('id', '=', this.#id)
        .where('lock_token', '=', this.token)
        .returning('stop_requested')
        .executeTakeFirst()
    })
    return renewed?.stop_requested === false || this.#isOver
  }

  async #isWanted(): Promise<boolean> {
    const upload = await this.#ctx
      .own('uploads')
      .select()
      .select(['lock_token', 'stop_requested'])
      .where('id', '=', this.#id)
      .executeTakeFirst()
    return upload?.lock_token !== this.token || upload.stop_requested
  }
}

const lockedUntil = (ctx: Ctx) => new Date(ctx.realNow().getTime() + LOCK_MS)
