import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Principal } from '../auth/authenticator.ts'
import { rolesGranting } from '../auth/catalogue.ts'
import type { Ctx } from '../db/context.ts'
import { platformContext } from '../db/transaction.ts'
import type { Actor } from '../kernel/actor.ts'
import { requestInfo } from '../kernel/addresses.ts'
import { Failure, fail } from '../kernel/fail.ts'
import { singularOf } from '../kernel/nouns.ts'
import type { Permission } from '../kernel/permissions.ts'
import type { Platform } from '../kernel/platform.ts'
import { isId } from './formats.ts'
import type { Caller, UndoUsage } from './limits.ts'
import { acceptsKeys, type Route } from './route.ts'
import { countsGuesses, countsUsers, type ThrottleName } from './throttles.ts'

const MAINTENANCE_RETRY_SECONDS = 60
const RECORD_ID = /^(id|\w+_id)$/

/**
 * Admits or refuses a request, in this order: rate limit, token, permission, format of the id. A request refused by one limit
 * does not count against the others.
 */
export async function admit(
  platform: Platform,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const counted: UndoUsage[] = []
  request.undoUsage = async () => {
    await Promise.all(counted.splice(0).map((undo) => undo()))
  }
  try {
    await checkRequest(platform, route, request, reply, counted)
  } catch (error) {
    if (error instanceof Failure && error.extra.rule) await request.undoUsage()
    throw error
  }
}

async function checkRequest(
  platform: Platform,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  counted: UndoUsage[],
): Promise<void> {
  const { spec, noun } = route
  const params = request.params as Record<string, string>
  // `/users/` is not the address of a user.
  if (Object.values(params).includes('')) throw fail.with('not_found')
  lowerIds(params)
  const info = requestInfo(request.raw, request.id, platform.config.TRUST_PROXY)
  const principal =
    spec.can === 'public' ? undefined : await authenticate(platform, route, request, reply, info.ip)
  if (!principal) {
    const caller = await publicCaller(platform, request, info.ip)
    counted.push(await platform.limits.count(reply, caller, route))
    if (!spec.duringMaintenance) refuseDuringMaintenance(platform)
    request.ctx = platformContext(platform, request.log, { kind: 'visitor' }, info) as Ctx
  } else {
    const { actor, conditions } = principal
    const count = () => platform.limits.count(reply, callerFor(principal), route)
    if (!conditions) counted.push(await count())
    if (actor.kind === 'user' && actor.impersonation) reply.header('x-impersonation-active', 'true')
    if (!spec.duringMaintenance && !isExempt(principal)) refuseDuringMaintenance(platform)
    request.ctx = platformContext(platform, request.log, actor, info) as Ctx
    const account = accountFor(spec, principal)
    if (account) request.ctx = request.ctx.inAccount(account)
    if (conditions) counted.push(await conditions.admit(request.ctx, { route, reply, count }))
    await permit(platform, spec, principal, request)
    if (spec.otherAccount) request.ctx = await inOtherAccount(platform, spec.otherAccount, request)
  }
  if (spec.throttle && !countsGuesses(spec.throttle)) {
    await throttle(platform, spec.throttle, route, request, counted)
  }
  for (const [name, value] of Object.entries(params)) {
    if (RECORD_ID.test(name) && !isId(value)) {
      throw fail.notFound(name === 'id' ? singularOf(noun) : name.replace(/_id$/, ''))
    }
  }
}

/**
 * Rechecks whether the caller may receive an ongoing reply, and returns the principal with its expiry; throws if not. Does
 * not count against limits.
 */
export async function readmit(
  platform: Platform,
  { spec }: Route,
  request: FastifyRequest,
): Promise<Principal> {
  const principal = await platform.principals.identify(request.raw)
  if (!principal) throw fail.with('unauthorized')
  if (!allowsAddress(principal, request.ctx.request?.ip ?? '')) throw fail.with('ip_not_allowed')
  await permit(platform, spec, principal, request)
  return principal
}

/** Ids are case-insensitive. */
function lowerIds(params: Record<string, string>) {
  for (const [name, value] of Object.entries(params)) {
    if (isId(value)) params[name] = value.toLowerCase()
  }
}

/** The owner of an Idempotency-Key: a caller in an account. An impersonation is separate from the impersonated user. */
export function callerOf({ ctx }: FastifyRequest): string {
  const { actor, account } = ctx
  if (actor.kind === 'api_key') return `api_key:${actor.apiKeyId} ${account.id}`
  if (actor.kind === 'worker') return `worker:${actor.workerId}`
  if (actor.kind !== 'user') return `visitor:${ctx.request?.ip}`
  const { impersonation, userId } = actor
  return `${impersonation ? `impersonation:${impersonation.id}` : `user:${userId}`} ${account.id}`
}

/**
 * Authenticates a request; undefined if the route needs no credential and there is none. A request without a valid
 * credential is counted as a visitor's.
 */
async function authenticate(
  { principals, limits }: Platform,
  route: Route,
  { raw }: FastifyRequest,
  reply: FastifyReply,
  ip: string,
): Promise<Principal | undefined> {
  try {
    const principal = await principals.identify(raw)
    if (!principal && route.spec.can !== 'anyone') throw fail.with('unauthorized')
    return principal
  } catch (error) {
    await limits.count(reply, { kind: 'visitor', id: ip }, route)
    throw error
  }
}

/** The caller whose limits apply to a principal. */
function callerFor({ actor, accountId, tier, conditions }: Principal): Caller {
  if (actor.kind === 'worker') return { kind: 'worker', id: actor.workerId }
  if (actor.kind === 'user') return { kind: 'user', id: actor.userId, accountId, tier }
  const perMinute = conditions?.perMinute ?? null
  return { kind: 'api_key', id: actor.apiKeyId, accountId, tier, perMinute }
}

/** On a public route, a valid credential only decides which limits apply; an invalid one is ignored. */
async function publicCaller(
  platform: Platform,
  request: FastifyRequest,
  ip: string,
): Promise<Caller> {
  const principal = await platform.principals.identify(request.raw).catch(() => undefined)
  return principal && allowsAddress(principal, ip)
    ? callerFor(principal)
    : { kind: 'public', id: ip }
}

/** Whether the credential can be used from this address. */
function allowsAddress({ conditions }: Principal, ip: string) {
  return conditions?.allowsFrom(ip) ?? true
}

/** Counts per address, and also per user if the throttle says so. */
async function throttle(
  { limits }: Platform,
  name: ThrottleName,
  route: Route,
  { ctx }: FastifyRequest,
  counted: UndoUsage[],
) {
  counted.push(await limits.throttle(name, 'ip', ctx.request?.ip ?? '', route))
  if (!countsUsers(name) || ctx.actor.kind !== 'user') return
  counted.push(await limits.throttle(name, 'user', ctx.actor.userId, route))
}

async function permit(
  platform: Platform,
  spec: Route['spec'],
  { actor, accountId }: Principal,
  request: FastifyRequest,
): Promise<void> {
  const { orSelf, notImpersonating } = spec
  const can = actor.kind === 'worker' ? (spec.worker ?? spec.can) : spec.can
  if (can === 'anyone') return
  if (actor.kind === 'api_key') return permitKey(spec, actor.permissions)
  if (notImpersonating && actor.kind === 'user' && actor.impersonation) {
    throw fail.with('impersonation_restricted')
  }
  if (can === 'signed_in') {
    if (actor.kind === 'user') return
    throw fail.forbidden('signed_in')
  }
  if (actor.permissions.has(can as Permission)) return
  refuseWithheld(actor, can as Permission)
  const { id } = request.params as { id?: string }
  if (orSelf && actor.kind === 'user' && id === actor.userId) return
  throw fail.forbidden(can, { roles: await rolesGranting(platform.database, accountId, can) })
}

function permitKey(spec: Route['spec'], permissions: ReadonlySet<Permission>) {
  if (!acceptsKeys(spec)) throw fail.with('forbidden', 'API keys are not accepted here')
  const scope = spec.can as Permission
  if (permissions.has(scope)) return
  throw fail.with(
    'scope_insufficient',
    `This API key needs the scope ${scope}, and its creator needs the permission`,
    { scope },
  )
}

/** Throws 503 during maintenance. */
export function refuseDuringMaintenance({ settings }: Platform) {
  if (!settings.values.maintenance_mode) return
  throw new Failure('maintenance', undefined, { retryAfterSeconds: MAINTENANCE_RETRY_SECONDS })
}

/** Workers, and users who can end maintenance, are exempt, even while that permission is withheld from them. */
function isExempt({ actor }: Principal) {
  const ends = 'admin.settings.update'
  if (actor.kind === 'worker' || actor.permissions.has(ends)) return true
  return actor.kind === 'user' && actor.withheld.has(ends)
}

/** Throws the reason if the permission is withheld. */
function refuseWithheld(actor: Actor, permission: Permission) {
  const missing = actor.kind === 'user' && actor.withheld.get(permission)
  if (missing) throw fail.with(missing)
}

/** The account named in the query instead of the caller's own; an invalid value is rejected by the schema. */
async function inOtherAccount(
  platform: Platform,
  permission: Permission,
  { ctx, query }: FastifyRequest,
): Promise<Ctx> {
  const { account_id: given } = query as { account_id?: string | string[] }
  const id = typeof given === 'string' && isId(given) ? given.toLowerCase() : undefined
  if (id === undefined || id === ctx.account.id) return ctx
  const { actor } = ctx
  // A worker's own permission on the route covers every account.
  const allowed =
    actor.kind === 'worker' || ('permissions' in actor && actor.permissions.has(permission))
  if (!allowed) {
    refuseWithheld(ctx.actor, permission)
    throw fail.forbidden(permission, {
      roles: await rolesGranting(platform.database, ctx.account.id, permission),
    })
  }
  const account = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!account) throw fail.notFound('account')
  return ctx.inAccount(account.id)
}

function accountFor({ personal }: Route['spec'], { actor, accountId }: Principal) {
  return personal && actor.kind === 'user' ? actor.homeAccountId : accountId
}
