import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TProperties, TSchema } from 'typebox'
import type { Ctx, PlatformCtx } from '../db/context.ts'
import type { SystemPermission } from '../kernel/permissions.ts'
import { camelCase, pascalCase } from './casing.ts'
import type { Download } from './download.ts'
import type { Listing, PageRequest } from './paging.ts'
import type { RouteClass } from './rate_rules.ts'
import type { Can, Method, Route, RouteKind, RouteSpec } from './route.ts'
import type { Empty, QueryValues } from './shapes.ts'
import type { StreamEvent } from './stream.ts'
import type { Upload } from './upload.ts'

type Sorted = {
  /** Columns to sort by; the first is the default, a leading minus means descending. */
  sorts: readonly [string, ...string[]]
}

type Verb =
  | 'list'
  | 'get'
  | 'create'
  | 'update'
  | 'updateByPut'
  | 'delete'
  | 'act'
  | 'stream'
  | 'receive'
type Declares = (routes: Routes) => void

/** A context in an account if every caller has one; otherwise `isInAccount` distinguishes users, workers and visitors. */
type CtxFor<C extends Can, W> = C extends 'public' | 'anyone' | SystemPermission
  ? PlatformCtx
  : W extends SystemPermission
    ? PlatformCtx
    : Ctx

type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & Params<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Record<Name, string>
    : object

type Input<P extends string, C extends Can, Body, Q extends TProperties, W> = {
  ctx: CtxFor<C, W>
  body: Body
  query: QueryValues<Q>
  page: PageRequest
  request: FastifyRequest
  reply: FastifyReply
} & Params<P>

type Worker = SystemPermission | undefined
type MaybePromise<T> = T | Promise<T>
// biome-ignore lint/suspicious/noConfusingVoidType: a handler with `of: Empty` returns nothing
type Data<Of extends TSchema> = Of extends typeof Empty ? void : Static<Of>

/** The result of a handler with `mayExist`: the record, and whether it was created by this request. */
export interface CreateResult<T> {
  created: boolean
  data: T
}

type Declare = <
  P extends string,
  C extends Can,
  Of extends TSchema,
  B extends TSchema,
  Q extends TProperties,
  W extends Worker = undefined,
  M extends boolean = false,
>(
  path: P,
  spec: RouteSpec<C, Of, B, Q, W, M>,
  handler: (
    input: Input<P, C, Static<B>, Q, W>,
  ) => MaybePromise<M extends true ? CreateResult<Data<Of>> : Data<Of>>,
) => void

type DeclareList = <
  P extends string,
  C extends Can,
  Of extends TSchema,
  Q extends TProperties,
  W extends Worker = undefined,
>(
  path: P,
  spec: RouteSpec<C, Of, TSchema, Q, W> & Sorted,
  handler: (input: Input<P, C, unknown, Q, W>) => MaybePromise<Listing<Static<Of>>>,
) => void

type DeclareDownload = <
  P extends string,
  C extends Can,
  Q extends TProperties,
  W extends Worker = undefined,
>(
  path: P,
  spec: Omit<RouteSpec<C, TSchema, TSchema, Q, W>, 'of'> & { types: readonly string[] },
  handler: (input: Input<P, C, unknown, Q, W>) => MaybePromise<Download>,
) => void

type DeclareUpload = <
  P extends string,
  C extends Can,
  Of extends TSchema,
  Q extends TProperties,
  W extends Worker = undefined,
>(
  path: P,
  spec: Omit<RouteSpec<C, Of, TSchema, Q, W>, 'body' | 'anyBody' | 'mayExist'> & {
    types: readonly string[]
    maxBytes: number
  },
  handler: (input: Input<P, C, Upload, Q, W>) => MaybePromise<Data<Of>>,
) => void

type DeclareStream = <
  P extends string,
  C extends Exclude<Can, 'anyone'>,
  Q extends TProperties,
  E extends Readonly<Record<string, TSchema>>,
  W extends Worker = undefined,
>(
  path: P,
  spec: Omit<RouteSpec<C, TSchema, TSchema, Q, W>, 'of' | 'says' | 'otherAccount'> & { events: E },
  handler: (
    input: Input<P, C, unknown, Q, W> & { signal: AbortSignal },
  ) => MaybePromise<AsyncIterable<StreamEvent<E>>>,
) => void

type DeclareInbound = <P extends string, Of extends TSchema, Q extends TProperties>(
  path: P,
  spec: Omit<
    RouteSpec<'public', Of, TSchema, Q>,
    'can' | 'worker' | 'body' | 'anyBody' | 'mayExist'
  >,
  handler: (input: Input<P, 'public', Buffer, Q, undefined>) => MaybePromise<Data<Of>>,
) => void

export interface Routes {
  /** One page of a list: `of` is one row; `page` has the page number and order. */
  list: DeclareList
  get: Declare
  /** Bytes instead of an envelope; errors have the usual envelope. */
  download: DeclareDownload
  /** A POST whose body is streamed, with the allowed types and maximum size. */
  upload: DeclareUpload
  /** The same as a PATCH, which adds to what was uploaded before. */
  append: DeclareUpload
  /** Server-sent events, until the handler ends or `signal` is aborted. */
  stream: DeclareStream
  /** A signed POST of another system: `body` has the raw bytes, `request.headers` the signature. */
  inbound: DeclareInbound
  post: Declare
  /** A partial update, for both PUT and PATCH. */
  update: Declare
  put: Declare
  patch: Declare
  delete: Declare
}

export interface Resource {
  path: string
  /** OpenAPI tag, from the words of the path: `admin.<resource>`. */
  tag: string
  /** Description of the resource in the documentation; once for each path. */
  about: string | undefined
  routes: Route[]
}

/**
 * Declares the routes under `/api/v1{path}`. Record ids in paths are written `/:id`; they are validated before the handler
 * runs, and a malformed id gives the same 404 as an unknown one. `about` is the description in the documentation; of
 * resources that share a path, only one has it.
 */
export function resource(path: string, declare: (routes: Routes) => void): Resource
export function resource(path: string, about: string, declare: (routes: Routes) => void): Resource
export function resource(path: string, ...given: [Declares] | [string, Declares]): Resource {
  const [about, declare] = given.length === 2 ? given : [undefined, ...given]
  const routes: Route[] = []
  const words = path.split('/').filter(Boolean)
  const tag = words.join('.')

  const add = (method: Method, verb: Verb, kind: RouteKind = 'json') =>
    ((sub: string, spec: RouteSpec, handler: Route['handler']) => {
      const sorts = (spec as Partial<Sorted>).sorts
      const name = operationName(sub, verb, spec.name)
      routes.push({
        kind,
        method,
        path: `/api/v1${path}${sub === '/' ? '' : sub}`,
        operation: [...words.map(camelCase), name].join('.'),
        tag,
        noun: (words.at(-1) ?? path).replaceAll('-', '_'),
        class: spec.class ?? classOf(method, spec.can, kind),
        spec: verb === 'create' && sub === '/' ? { status: 201, ...spec } : spec,
        sorts,
        handler,
      })
    }) as Declare

  const patch = add('PATCH', 'update')
  const put = add('PUT', 'updateByPut')
  const inbound = add('POST', 'receive', 'inbound')
  declare({
    list: add('GET', 'list') as DeclareList,
    get: add('GET', 'get'),
    download: add('GET', 'act', 'download') as unknown as DeclareDownload,
    upload: add('POST', 'create', 'upload') as unknown as DeclareUpload,
    append: add('PATCH', 'act', 'upload') as unknown as DeclareUpload,
    stream: add('GET', 'stream', 'stream') as unknown as DeclareStream,
    inbound: (sub, spec, handler) => inbound(sub, { ...spec, can: 'public' }, handler as never),
    post: add('POST', 'create'),
    update: (sub, spec, handler) => {
      patch(sub, spec, handler)
      put(sub, spec, handler)
    },
    put: add('PUT', 'act'),
    patch: add('PATCH', 'act'),
    delete: add('DELETE', 'delete'),
  })
  for (const route of routes)
    if (route.spec.status === 201) route.location = locationOf(route, routes)
  return { path, tag, about, routes }
}

/** The path of records that a POST creates, if they can be read. */
function locationOf({ path, spec }: Route, routes: Route[]) {
  if (spec.location) return `/api/v1${spec.location}`
  return routes.some((one) => one.method === 'GET' && one.path === `${path}/:id`) ? path : undefined
}

function classOf(method: Method, can: Can, kind: RouteKind): RouteClass {
  if (can.startsWith('system.')) return 'worker'
  if (kind === 'upload' || kind === 'inbound') return kind
  if (can.startsWith('admin.')) return 'admin'
  return method === 'GET' ? 'read' : 'write'
}

/**
 * `/` and `/:id` are named by their verb. For other paths, the last word is the action, as in `suspend`, or the object, as in
 * `listScopes`. PUT gets the suffix `ByPut` if it does the same as PATCH.
 */
function operationName(sub: string, verb: Verb, given: string | undefined) {
  if (given) return verb === 'updateByPut' ? `${given}ByPut` : given
  const words = sub.split('/').filter((part) => part && !part.startsWith(':'))
  const last = words.at(-1)
  if (!last) {
    if (verb === 'act') return 'update'
    return verb === 'delete' && sub === '/' ? 'deleteAll' : verb
  }
  if (verb === 'create' || verb === 'act') return camelCase(last)
  return verb === 'updateByPut' ? `update${pascalCase(last)}ByPut` : verb + pascalCase(last)
}
