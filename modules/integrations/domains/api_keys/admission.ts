import type {
  AdmissionRequest,
  CredentialConditions,
} from '@powernode/server/platform/auth/authenticator.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { isWithin, type Network } from '@powernode/server/platform/kernel/addresses.ts'
import { Failure, fail, type LimitRule } from '@powernode/server/platform/kernel/fail.ts'
import { keyUsageOf } from './key_usage.ts'

const DENIED_EVERY_MS = 60_000
const CLIENT_GONE = 499

interface KeyTerms {
  /** Empty: any network. */
  networks: Network[]
  perMinute: number | null
  /** Requests per month; null for no quota. */
  quota: number | null
}

/** Conditions of a key: allowed networks, rate limit and monthly quota. */
export function conditionsOf(
  apiKeyId: string,
  { networks, perMinute, quota }: KeyTerms,
): CredentialConditions {
  /** When a refused IP address was last recorded, in milliseconds since the epoch. */
  let deniedAt = 0
  const allowsFrom = (ip: string) => networks.length === 0 || isWithin(ip, networks)
  return {
    allowsFrom,
    perMinute,
    async admit(ctx, requested) {
      const ip = ctx.request?.ip ?? ''
      if (allowsFrom(ip)) return countUse(ctx, apiKeyId, quota, ip, requested)
      const now = ctx.now().getTime()
      if (now - deniedAt >= DENIED_EVERY_MS) {
        deniedAt = now
        await recordDenial(ctx, apiKeyId, now)
      }
      await ctx.platform.limits.count(requested.reply, { kind: 'visitor', id: ip }, requested.route)
      throw fail.with('ip_not_allowed')
    },
  }
}

/** Counts a request, whatever its response, and charges it to the quota. Returns a function that undoes both. */
async function countUse(
  { platform, now }: Ctx,
  apiKeyId: string,
  quota: number | null,
  ip: string,
  { route, reply, count }: AdmissionRequest,
) {
  const usage = keyUsageOf(platform)
  const { method } = reply.request
  let charged = false
  reply.raw.once('close', () => {
    const status = reply.raw.writableEnded ? reply.statusCode : CLIENT_GONE
    usage.record({ apiKeyId, route: route.path, method, status, ip, charged })
  })
  const undoUsage = await count()
  if (quota === null) return undoUsage
  charged = usage.charge(apiKeyId, quota)
  if (charged) {
    return () => {
      charged = false
      usage.undo(apiKeyId)
      return undoUsage()
    }
  }
  await undoUsage()
  throw quotaExceeded({ name: 'key_month', limit: quota, ...monthOf(now()) })
}

function quotaExceeded(rule: LimitRule) {
  return new Failure('quota_exceeded', undefined, {
    retryAfterSeconds: rule.seconds,
    rule,
    details: { retry_after: rule.seconds },
  })
}

/** Audits a refused IP address, at most once per minute and key across servers. */
async function recordDenial(ctx: Ctx, apiKeyId: string, now: number) {
  await ctx.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .own('api_keys')
      .update({ denied_at: new Date(now) })
      .where('id', '=', apiKeyId)
      .where((eb) =>
        eb.or([
          eb('denied_at', 'is', null),
          eb('denied_at', '<=', new Date(now - DENIED_EVERY_MS)),
        ]),
      )
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await tx.audit('api_key.access_denied', apiKeyId)
  })
}

/** Length of the current month and its remaining time, in seconds. */
function monthOf(now: Date) {
  const [first, next] = [0, 1].map((later) =>
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later),
  ) as [number, number]
  return { window: (next - first) / 1000, seconds: Math.ceil((next - now.getTime()) / 1000) }
}
