import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Ctx } from '../db/context.ts'
import { fail } from '../kernel/fail.ts'
import { singularOf } from '../kernel/nouns.ts'
import type { Platform } from '../kernel/platform.ts'
import { admit, callerOf } from './admission.ts'
import { withAttemptCount } from './attempts.ts'
import { otherBodies } from './bodies.ts'
import { type Download, sendDownload } from './download.ts'
import { replySchema } from './formats.ts'
import { idempotently } from './idempotency.ts'
import type { GiveBackUsage } from './limits.ts'
import { documentation } from './operations.ts'
import { type Listing, listMeta, normalisePaging, pageOf } from './paging.ts'
import type { Made } from './resource.ts'
import {
  type HandlerInput,
  handsOutCredentials,
  querySchema,
  type Route,
  type RouteKind,
} from './route.ts'
import { eventWriter, sendStream } from './stream.ts'
import { unstorable } from './text.ts'
import { countsGuesses } from './throttles.ts'
import { headOf, openUpload, orFailureOf, type Upload } from './upload.ts'

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Ctx
    /** Takes back what limits counted of this request, when one of them refuses it. */
    giveBack: GiveBackUsage
  }
  interface FastifyContextConfig {
    /** Not worth a log line when it goes well. */
    quiet?: boolean
    /** Answers once there is something to tell; how long that takes says nothing about the server. */
    waits?: boolean
  }
}

/** Puts one declared route on the server: limits, authentication, permission, ids, then the handler. */
export function mount(app: FastifyInstance, platform: Platform, route: Route): void {
  const takeBodies = otherBodies(route)
  if (!takeBodies) declare(app, platform, route)
  else {
    app.register(async (apart) => {
      takeBodies(apart)
      declare(apart, platform, route)
    })
  }
}

function declare(app: FastifyInstance, platform: Platform, route: Route): void {
  const { kind, spec, sorts } = route
  const status = spec.status ?? 200
  const singular = singularOf(route.noun)
  const keepsReply = !handsOutCredentials(spec)
  const guesses = spec.throttle && countsGuesses(spec.throttle) ? spec.throttle : undefined
  const hasEnvelope = kind !== 'download' && kind !== 'stream'
  const writeEvent = eventWriter(spec.events ?? {})

  app.route({
    method: route.method,
    url: route.path,
    ...((spec.waits || kind === 'stream' || kind === 'upload') && { config: { waits: true } }),
    // How well a reply compresses tells of a credential beside what the caller wrote (BREACH); files are compressed already;
    // workers are near by, and compressing costs them and the server more than it saves.
    ...((!keepsReply || !hasEnvelope || spec.can.startsWith('system.')) && { compress: false }),
    schema: {
      ...documentation(route),
      querystring: querySchema(route),
      ...(spec.body && { body: spec.body }),
      ...(hasEnvelope && { response: responses(route, status) }),
    },
    onRequest: (request, reply) => admit(platform, route, request, reply),
    preValidation: async (request) => {
      if (sorts) normalisePaging(request.query as Record<string, unknown>)
      refuseUnstorable(request, kind)
      // A request without a body and without its type meets no parser.
      if (kind === 'upload') request.body ??= openUpload(request, spec)
      else if (kind === 'inbound') request.body ??= Buffer.alloc(0)
      else if (spec.body) request.body = unwrap(request.body ?? {}, singular)
      else if (request.body !== undefined) refuseBody(request.body)
    },
    handler: async (request, reply) => {
      reply.code(status)
      const run = async () => {
        const asked = request.query as Record<string, unknown>
        const { page: _, per_page: __, sort: ___, after: ____, ...query } = asked
        if (spec.elsewhere) delete query.account_id // the context is inside it already
        const input = {
          ...(request.params as Record<string, string>),
          ctx: request.ctx,
          body: request.body,
          query,
          page: sorts && pageOf(asked, sorts),
          request,
          reply,
        } as unknown as HandlerInput
        if (kind === 'stream') {
          const open = (signal: AbortSignal) => route.handler({ ...input, signal })
          return sendStream(platform, route, request, reply, writeEvent, open)
        }
        const handle = async () => route.handler(input)
        const answer = guesses
          ? await withAttemptCount(platform, guesses, route, request, handle)
          : await (kind === 'upload' ? orFailureOf(request.body as Upload, handle) : handle())
        if (kind === 'download') return sendDownload(request, reply, answer as Download)
        const data = spec.mayExist ? dataOf(answer as Made<unknown>, reply) : answer
        locate(route, reply, data)
        return success(route, data)
      }
      if (route.method !== 'POST') return run()
      const body = kind === 'upload' ? headOf(request.body as Upload) : request.body
      const asking = { caller: callerOf(request), body, keepsReply }
      return idempotently(platform, request, reply, asking, run)
    },
  })
}

/** `{user: {...}}` means `{...}` on `/users`; anything else is taken as it is. */
function unwrap(body: unknown, singular: string): unknown {
  if (!body || typeof body !== 'object' || Array.isArray(body)) return body
  const inner = (body as Record<string, unknown>)[singular]
  const alone = Object.keys(body).length === 1
  return alone && inner && typeof inner === 'object' && !Array.isArray(inner) ? inner : body
}

/** Lists that workers send come from outside, and are judged item by item by whoever takes them. */
function refuseUnstorable({ query, params, body, ctx }: FastifyRequest, kind: RouteKind) {
  const json = kind === 'json' ? body : undefined
  const judged = ctx.actor.kind === 'worker' ? withoutLists(json) : json
  const errors = unstorable(params) ?? unstorable(query) ?? unstorable(judged)
  if (errors) throw fail.invalid(errors)
}

function withoutLists(body: unknown) {
  const fields = Object.entries(body ?? {}).filter(([, value]) => !Array.isArray(value))
  return Object.fromEntries(fields)
}

function refuseBody(body: unknown) {
  const fields = body && typeof body === 'object' ? Object.keys(body) : ['base']
  if (fields.length === 0) return
  throw fail.invalid(Object.fromEntries(fields.map((field) => [field, ['is not a known field']])))
}

function responses(route: Route, status: number) {
  const reply = replySchema(envelope(route))
  return { [status]: reply, ...(route.spec.mayExist && { 200: reply }) }
}

function envelope({ spec, sorts }: Route) {
  const meta = Type.Object(
    {
      current_page: Type.Integer(),
      total_pages: Type.Integer(),
      total_count: Type.Integer(),
      total_count_exact: Type.Boolean(),
      next_cursor: Type.Union([Type.String(), Type.Null()]),
      per_page: Type.Integer(),
      ...spec.meta,
    },
    { ...(!spec.meta && { title: 'PageMeta' }), additionalProperties: false },
  )
  return Type.Object({
    success: Type.Literal(true),
    data: sorts ? Type.Array(spec.of) : spec.of,
    ...(spec.says && { message: Type.String({ examples: [spec.says] }) }),
    ...(sorts && { meta }),
  })
}

/** The record of an answer that says whether it was made just now. */
function dataOf({ made, data }: Made<unknown>, reply: FastifyReply) {
  if (!made) reply.code(200)
  return data
}

/** Says where what was made can be read. */
function locate({ location }: Route, reply: FastifyReply, answer: unknown) {
  const { id } = (answer ?? {}) as { id?: unknown }
  if (location && id && reply.statusCode === 201) reply.header('location', `${location}/${id}`)
}

function success({ spec, sorts }: Route, answer: unknown) {
  const message = spec.says && { message: spec.says }
  if (!sorts) return { success: true, data: answer ?? null, ...message }
  const listing = answer as Listing<unknown>
  return { success: true, data: listing.rows, meta: listMeta(listing), ...message }
}
