import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { Platform } from '@powernode/server/platform/kernel/platform.ts'
import { atBillingTime } from '../test_clocks/billing_time.ts'
import { readLive } from './live.ts'

const MIN_INTERVAL_MS = 1000
/** Accounts announced at a time: reading figures takes some fifteen queries. */
const ACCOUNTS_AT_ONCE = 10

/** The stream of an account, or of all accounts. */
export const analyticsStream = (accountId: string | null) =>
  accountId === null ? 'analytics:all' : `analytics:account:${accountId}`

/** Accounts whose figures changed, by the process that announces them. */
const requested = new WeakMap<Platform, (accountId: string) => void>()

/** Makes this process announce today's figures of the account, and of all accounts, within a second or two. */
export async function requestLive(tx: Tx): Promise<void> {
  requested.get(tx.platform)?.(tx.account.id)
}

/**
 * Broadcasts today's figures after changes in this process, at most once a second, and of ten accounts. They are read after the change was
 * committed, as a rule: a change that takes longer is announced with the next one, or by the schedule of snapshots.
 */
export function announceLive(ctx: PlatformCtx) {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  async function announce() {
    const accounts = [...changed].slice(0, ACCOUNTS_AT_ONCE)
    for (const id of accounts) changed.delete(id)
    await broadcastLive(ctx, accounts)
  }
  function schedule() {
    timer ??= setTimeout(() => {
      running = announce()
        .catch((error: Error) =>
          ctx.log.warn({ reason: error.message }, 'cannot broadcast live metrics'),
        )
        .finally(() => {
          timer = undefined
          if (changed.size > 0) schedule()
        })
    }, MIN_INTERVAL_MS).unref()
  }
  requested.set(ctx.platform, (accountId) => {
    changed.add(accountId)
    schedule()
  })
  return {
    async close() {
      requested.delete(ctx.platform)
      clearTimeout(timer)
      await running
    },
  }
}

/** Broadcasts today's figures of all accounts, and of these. */
export async function broadcastLive(
  { platform }: Pick<PlatformCtx, 'platform'>,
  accountIds: string[] = [],
): Promise<void> {
  const ctx = await atBillingTime(platform.system())
  const messages: [string, Record<string, unknown>][] = []
  for (const scope of [null, ...accountIds]) {
    const data = await readLive(scope ? ctx.inAccount(scope) : ctx, scope)
    messages.push([analyticsStream(scope), { type: 'analytics_update', data }])
  }
  await ctx.transaction(async (tx) => {
    for (const [stream, message] of messages) await tx.broadcast(stream, message)
  })
}
