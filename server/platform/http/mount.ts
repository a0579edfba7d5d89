import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Ctx } from '../db/context.ts'
import { fail } from '../kernel/fail.ts'
import { singularOf } from '../kernel/nouns.ts'
import type { Platform } from '../kernel/platform.ts'
import { admit, callerOf, readmit } from './admission.ts'
import { withAttemptCount } from './attempts.ts'
import { bodyParserOf } from './bodies.ts'
import { type Download, sendDownload } from './download.ts'
import { replySchema } from './formats.ts'
import { idempotently } from './idempotency.ts'
import type { UndoUsage } from './limits.ts'
import { documentation } from './operations.ts'
import { type Listing, listMeta, normalisePaging, pageOf } from './paging.ts'
import type { CreateResult } from './resource.ts'
import {
  type HandlerInput,
  handsOutCredentials,
  querySchema,
  type Route,
  type RouteKind,
} from './route.ts'
import { unstorable } from './storable.ts'
import { eventWriter, sendStream } from './stream.ts'
import { countsGuesses } from './throttles.ts'
import { openUpload, throwUploadFailure, type Upload, uploadIdentity } from './upload.ts'

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Ctx
    /** Undoes the counts of this request, if one of the limits refuses it. */
    undoUsage: UndoUsage
  }
  interface FastifyContextConfig {
    /** Not logged unless it fails. */
    quiet?: boolean
    /** Waits for something before it responds; its duration does not count in the metrics. */
    waits?: boolean
    /** Headers of the response to OPTIONS. */
    advertises?: Readonly<Record<string, string>> | undefined
  }
}

/** Registers one declared route: limits, authentication, permission, ids, then the handler. */
export function mount(app: FastifyInstance, platform: Platform, route: Route): void {
  const takeBodies = bodyParserOf(route)
  if (!takeBodies) declare(app, platform, route)
  else {
    app.register(async (scope) => {
      takeBodies(scope)
      declare(scope, platform, route)
      if (route.spec.alsoAt) declare(scope, platform, { ...route, path: route.spec.alsoAt }, true)
    })
  }
}

function declare(app: FastifyInstance, platform: Platform, route: Route, hidden = false): void {
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
    ...((spec.waits || kind === 'stream' || kind === 'upload') && {
      config: { waits: true, streamsBody: kind === 'upload', advertises: spec.advertises },
    }),
    ...(spec.servesFiles && { config: { servesFiles: true } }),
    // The compressed size of a reply can reveal a credential next to input of the caller (BREACH); files are already
    // compressed; workers are close by, so compressing costs more than it saves.
    ...((!keepsReply || !hasEnvelope || spec.can.startsWith('system.')) && { compress: false }),
    schema: {
      ...(hidden ? { hide: true } : documentation(route)),
      querystring: querySchema(route),
      ...(spec.body && { body: spec.body }),
      ...(hasEnvelope && { response: responses(route, status) }),
    },
    onRequest: (request, reply) => admit(platform, route, request, reply),
    preValidation: async (request) => {
      if (sorts) normalisePaging(request.query as Record<string, unknown>)
      refuseUnstorable(request, kind)
      // Without a body and content type, no body parser runs.
      if (kind === 'upload') {
        const upload = (request.body ?? openUpload(request, spec)) as Upload
        upload.requireAccess = async () => void (await readmit(platform, route, request))
        request.body = upload
      } else if (kind === 'inbound') request.body ??= Buffer.alloc(0)
      else if (spec.body) request.body = unwrap(request.body ?? {}, singular)
      else if (request.body !== undefined) refuseBody(request.body)
    },
    handler: async (request, reply) => {
      reply.code(status)
      const run = async () => {
        const rawQuery = request.query as Record<string, unknown>
        const { page: _, per_page: __, sort: ___, after: ____, ...query } = rawQuery
        if (spec.otherAccount) delete query.account_id // the context is already in that account
        const input = {
          ...(request.params as Record<string, string>),
          ctx: request.ctx,
          body: request.body,
          query,
          page: sorts && pageOf(rawQuery, sorts),
          request,
          reply,
        } as unknown as HandlerInput
        if (kind === 'stream') {
          const open = (signal: AbortSignal) => route.handler({ ...input, signal })
          return sendStream(platform, route, request, reply, writeEvent, open)
        }
        const handle = async () => route.handler(input)
        const result = guesses
          ? await withAttemptCount(platform, guesses, route, request, handle)
          : await (kind === 'upload'
              ? throwUploadFailure(request.body as Upload, handle)
              : handle())
        if (kind === 'download') return sendDownload(request, reply, result as Download)
        const data = spec.mayExist ? dataOf(result as CreateResult<unknown>, reply) : result
        locate(route, reply, data)
        return status === 204 ? null : success(route, data)
      }
      if (route.method !== 'POST') return run()
      const { body, upload } = identityOf(route, request)
      const idempotent = { caller: callerOf(request), body, upload, keepsReply }
      return idempotently(platform, request, reply, idempotent, run)
    },
  })
}

/** What identifies a request besides its address, for an Idempotency-Key. */
function identityOf({ kind, spec }: Route, request: FastifyRequest) {
  if (kind !== 'upload') return { body: request.body }
  const { identify, describedBy = [] } = spec
  const upload = request.body as Upload
  const described = describedBy.map((name) => request.headers[name] ?? null)
  return {
    body: identify ? { type: upload.type } : uploadIdentity(upload, described),
    upload: {
      identify: identify && (() => identify(upload, request)),
      identity: () => upload.identity,
    },
  }
}

/** `{user: {...}}` is accepted as `{...}` on `/users`; other bodies are unchanged. */
function unwrap(body: unknown, singular: string): unknown {
  if (!body || typeof body !== 'object' || Array.isArray(body)) return body
  const inner = (body as Record<string, unknown>)[singular]
  const alone = Object.keys(body).length === 1
  return alone && inner && typeof inner === 'object' && !Array.isArray(inner) ? inner : body
}

/** Refuses values that cannot be stored. Lists that workers send contain external data; their verbs validate each item. */
function refuseUnstorable({ query, params, body, ctx }: FastifyRequest, kind: RouteKind) {
  const json = kind === 'json' ? body : undefined
  const checked = ctx.actor.kind === 'worker' ? withoutLists(json) : json
  const errors = unstorable(params) ?? unstorable(query) ?? unstorable(checked)
  if (errors) throw fail.invalid(errors)
}

function withoutLists(body: unknown) {
  const fields = Object.entries(body ?? {}).filter(([, value]) => !Array.isArray(value))
  return Object.fromEntries(fields)
}

function refuseBody(body: unknown) {
  const isObject = body && typeof body === 'object' && !Array.isArray(body)
  const fields = isObject ? Object.keys(body) : ['base']
  if (fields.length === 0) return
  throw fail.invalid(Object.fromEntries(fields.map((field) => [field, ['is not a known field']])))
}

function responses(route: Route, status: number) {
  if (status === 204) return { 204: Type.Null() }
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

/** The record of a `CreateResult`; sets 200 if it already existed. */
function dataOf({ created, data }: CreateResult<unknown>, reply: FastifyReply) {
  if (!created) reply.code(200)
  return data
}

/** Sets the Location of a created record. */
function locate({ location }: Route, reply: FastifyReply, result: unknown) {
  const { id } = (result ?? {}) as { id?: unknown }
  if (location && id && reply.statusCode === 201) reply.header('location', `${location}/${id}`)
}

function success({ spec, sorts }: Route, result: unknown) {
  const message = spec.says && { message: spec.says }
  if (!sorts) return { success: true, data: result ?? null, ...message }
  const listing = result as Listing<unknown>
  return { success: true, data: listing.rows, meta: listMeta(listing), ...message }
}
