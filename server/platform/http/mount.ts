import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Permission } from '../auth/permissions.ts'
import type { Principal } from '../auth/principal.ts'
import { type Ctx, platformContext } from '../db/context.ts'
import type { Platform } from '../platform.ts'
import { fail } from './fail.ts'
import { idempotently } from './idempotency.ts'
import { documentation } from './openapi.ts'
import { type Listing, listMeta, normalisePaging, pageOf } from './paging.ts'
import { type HandlerInput, querySchema, type Route } from './resource.ts'

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Ctx
  }
  interface FastifyContextConfig {
    /** Not worth a log line when it goes well. */
    quiet?: boolean
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const RECORD_ID = /^(id|\w+_id)$/

/** Puts one declared route on the server: limits, authentication, permission, ids, then the handler. */
export function mount(app: FastifyInstance, platform: Platform, route: Route): void {
  const { spec, sorts } = route
  const status = spec.status ?? 200
  const singular = singularOf(route.tag)

  app.route({
    method: route.method,
    url: route.path,
    schema: {
      ...documentation(route),
      querystring: querySchema(route),
      ...(spec.body && { body: spec.body }),
      response: { [status]: envelope(route) },
    },
    onRequest: (request, reply) => admit(platform, route, singular, request, reply),
    preValidation: async (request) => {
      if (sorts) normalisePaging(request.query as Record<string, unknown>)
      if (spec.body) request.body = unwrap(request.body ?? {}, singular)
      else if (request.body !== undefined) refuseBody(request.body)
    },
    handler: async (request, reply) => {
      reply.code(status)
      const run = async () => {
        const asked = request.query as Record<string, unknown>
        const { page: _, per_page: __, sort: ___, ...query } = asked
        const input = {
          ...(request.params as Record<string, string>),
          ctx: request.ctx,
          body: request.body,
          query,
          page: sorts && pageOf(asked, sorts),
          request,
          reply,
        } as unknown as HandlerInput
        return success(route, await route.handler(input))
      }
      if (route.method !== 'POST') return run()
      return idempotently(platform, request, reply, callerOf(request), run)
    },
  })
}

/** The order of refusals is the spec's: limit, bearer, permission, then whether the id can exist. */
async function admit(
  platform: Platform,
  route: Route,
  singular: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const info = {
    id: request.id,
    ip: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 500) ?? null,
  }
  const { can, throttle } = route.spec
  if (can === 'public') {
    await platform.limits.count(reply, request.ip, true)
    request.ctx = platformContext(platform, request.log, { kind: 'visitor' }, info) as Ctx
  } else {
    const principal = await authenticate(platform, request, reply)
    request.ctx = platformContext(platform, request.log, principal.actor, info) as Ctx
    if (principal.accountId) request.ctx = request.ctx.inAccount(principal.accountId)
    permit(route, principal, request)
  }
  if (throttle) await platform.limits.throttle(throttle, request.ip)
  for (const [name, value] of Object.entries(request.params as Record<string, string>)) {
    if (RECORD_ID.test(name) && !UUID.test(value)) {
      throw fail.notFound(name === 'id' ? singular : name.replace(/_id$/, ''))
    }
  }
}

async function authenticate(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Principal> {
  const [scheme, bearer] = request.headers.authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'bearer' || !bearer) {
    await platform.limits.count(reply, request.ip, true)
    throw fail.with('unauthorized')
  }
  const principal = await platform.principals.authenticate(bearer).catch(async (error) => {
    await platform.limits.count(reply, request.ip, true)
    throw error
  })
  const { actor } = principal
  if (actor.kind === 'user') await platform.limits.count(reply, actor.userId, false)
  return principal
}

function permit({ spec }: Route, { actor }: Principal, request: FastifyRequest) {
  const { can, orSelf } = spec
  if (actor.kind === 'worker') {
    if (can === 'signed_in' || !actor.permissions.has(can as Permission)) {
      throw fail.forbidden(can)
    }
    return
  }
  if (can === 'signed_in' || actor.permissions.has(can as Permission)) return
  if (orSelf && (request.params as { id?: string }).id === actor.userId) return
  throw fail.forbidden(can)
}

/** Who an Idempotency-Key belongs to. */
function callerOf({ ctx, ip }: FastifyRequest) {
  if (ctx.actor.kind === 'user') return `user:${ctx.actor.userId}`
  return ctx.actor.kind === 'worker' ? `worker:${ctx.actor.workerId}` : `visitor:${ip}`
}

/** `{user: {...}}` means `{...}` on `/users`; anything else is taken as it is. */
function unwrap(body: unknown, singular: string): unknown {
  if (!body || typeof body !== 'object' || Array.isArray(body)) return body
  const inner = (body as Record<string, unknown>)[singular]
  const alone = Object.keys(body).length === 1
  return alone && inner && typeof inner === 'object' && !Array.isArray(inner) ? inner : body
}

function refuseBody(body: unknown) {
  const fields = body && typeof body === 'object' ? Object.keys(body) : ['base']
  if (fields.length === 0) return
  throw fail.invalid(Object.fromEntries(fields.map((field) => [field, ['is not a known field']])))
}

function envelope({ spec, sorts }: Route) {
  const meta = Type.Object(
    {
      current_page: Type.Integer(),
      total_pages: Type.Integer(),
      total_count: Type.Integer(),
      per_page: Type.Integer(),
      ...spec.meta,
    },
    { additionalProperties: false },
  )
  return Type.Object({
    success: Type.Literal(true),
    data: sorts ? Type.Array(spec.of) : spec.of,
    ...(spec.says && { message: Type.String({ examples: [spec.says] }) }),
    ...(sorts && { meta }),
  })
}

function success({ spec, sorts }: Route, answer: unknown) {
  const message = spec.says && { message: spec.says }
  if (!sorts) return { success: true, data: answer ?? null, ...message }
  const listing = answer as Listing<unknown>
  return { success: true, data: listing.rows, meta: listMeta(listing), ...message }
}

/** `users` → `user`, `notifications` → `notification`, `current` stays: path words are regular plurals. */
function singularOf(tag: string) {
  return tag.replace(/ies$/, 'y').replace(/s$/, '')
}
