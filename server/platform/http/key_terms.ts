import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../db/context.ts'
import { isWithin } from '../kernel/addresses.ts'
import { fail } from '../kernel/fail.ts'
import type { KeyTerms, Principal } from '../kernel/principal.ts'
import { MINUTE_MS } from '../kernel/time.ts'
import type { GiveBackUsage } from './limits.ts'
import type { Route } from './route.ts'

const DENIED_EVERY_MS = MINUTE_MS
const CLIENT_GONE = 499

/**
 * Holds a key to its terms, all from memory: where it may be used from, how fast, how often in a month. Whatever it
 * is answered is counted as use, except to addresses it may not be used from. Returns what takes back the counting.
 */
export async function holdToTerms(
  ctx: Ctx,
  { terms, accountId, tier }: Principal,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<GiveBackUsage> {
  const { platform, actor } = ctx
  if (actor.kind !== 'api_key' || !terms) return async () => {}
  const { apiKeyId } = actor
  const { method } = request
  const ip = ctx.request?.ip ?? ''
  if (terms.networks.length > 0 && !isWithin(ip, terms.networks)) {
    await recordDenial(ctx, apiKeyId, terms)
    await platform.limits.count(reply, { kind: 'visitor', id: ip }, route)
    throw fail.with('ip_not_allowed')
  }
  let charged = false
  reply.raw.once('close', () => {
    const status = reply.raw.writableEnded ? reply.statusCode : CLIENT_GONE
    platform.keyUsage.record({ apiKeyId, route: route.path, method, status, ip, charged })
  })
  const caller = { id: apiKeyId, accountId, tier, perMinute: terms.perMinute }
  const giveBack = await platform.limits.count(reply, { kind: 'api_key', ...caller }, route)
  if (terms.quota === null) return giveBack
  charged = platform.keyUsage.charge(apiKeyId, terms.quota)
  if (charged) {
    return () => {
      charged = false
      platform.keyUsage.giveBack(apiKeyId)
      return giveBack()
    }
  }
  await giveBack()
  throw fail.quotaExceeded({ name: 'key_month', limit: terms.quota, ...monthOf(ctx.now()) })
}

/** Writes a refused address to the audit log, at most once a minute for each key, whichever server refuses. */
async function recordDenial(ctx: Ctx, apiKeyId: string, terms: KeyTerms) {
  const now = ctx.now().getTime()
  if (now - terms.deniedAt < DENIED_EVERY_MS) return
  terms.deniedAt = now
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

/** How long this month is, and how much of it is left, in seconds. */
function monthOf(now: Date) {
  const [first, next] = [0, 1].map((later) =>
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later),
  ) as [number, number]
  return { window: (next - first) / 1000, seconds: Math.ceil((next - now.getTime()) / 1000) }
}
