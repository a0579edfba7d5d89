import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import type { Ctx, PlatformCtx } from '../db/context.ts'
import type { ErrorCode } from '../kernel/errors.ts'
import { needsPerson, type Permission, type SystemPermission } from '../kernel/permissions.ts'
import { camelCase, pascalCase } from './casing.ts'
import type { Download } from './download.ts'
import { type Listing, listQuery, type PageRequest } from './paging.ts'
import type { RateName, RouteClass } from './rate_rules.ts'
import { type Empty, holdsSecret, Id, Shape } from './shapes.ts'
import type { ThrottleName } from './throttles.ts'

/** Who may call: anyone, anyone signed in, or holders of one permission of the catalogue. */
export type Can = 'public' | 'signed_in' | Permission

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a route promises. The same value feeds Fastify, OpenAPI, `powernode routes` and the guard tests. */
export interface RouteSpec<
  C extends Can = Can,
  Of extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Query extends TProperties = TProperties,
> {
  can: C
  /** Schema of `data`; it also serialises, so what it does not name never leaves. */
  of: Of
  summary: string
  /** Name of the operation, where the one that method and path make would mislead: `markRead`. */
  name?: string
  /** Text of `message`. */
  says?: string
  body?: Body
  /** A POST whose body may be of any type and is not read: mail programs send a form, people nothing. */
  anyBody?: boolean
  query?: Query
  /** People may do this to themselves (`:id` is their own) without the permission. */
  orSelf?: boolean
  /** Whoever holds this may name another account in the query, as `account_id`, and is answered from inside it. */
  elsewhere?: Permission
  /** About the person, so it works on their home account whichever they are in. */
  personal?: boolean
  /** Refused while somebody acts as this person. */
  notImpersonating?: boolean
  /** Why it is not refused then, although it changes something or hands out a credential. */
  whileActing?: string
  /** Answers everybody also while the server is being maintained. */
  duringMaintenance?: boolean
  /** Answers once there is something to tell. */
  waits?: boolean
  /** A stricter limit than the general one, counted per address and kept across restarts; see `throttles.ts`. */
  throttle?: ThrottleName
  /** Weighs more on the account's limits than reading or writing a record, or has a rule of its own. */
  class?: 'heavy' | 'upload' | 'refresh' | RateName
  /** Failures beyond those every such route has; for the documentation. */
  fails?: ErrorCode[]
  /** The reply holds a credential where its schema cannot show it (`Secret`), in an open object. */
  secret?: true
  status?: 200 | 201
  /** Path below `/api/v1` where what it makes is read by its id, where that is not its own. */
  location?: string
  /** Answers 200 instead of 201 where what was asked for was there already; the handler says so by `already()`. */
  mayExist?: boolean
  /** Media types that a download can have. */
  types?: readonly string[]
  /** What a list adds to `meta`. */
  meta?: TProperties
}

type Sorted = {
  /** Columns to sort by; the first is the default, a leading minus means downwards. */
  sorts: readonly [string, ...string[]]
}

/** A route as the rest of the platform sees it, types erased. */
export interface Route {
  method: Method
  path: string
  /** Stable name, as a generated client calls it: `apiKeys.list`. */
  operation: string
  /** That of its resource. */
  tag: string
  /** Last word of the resource's path: `boats`. */
  noun: string
  /** What its calls count as; see `rate_rules.ts`. */
  class: RouteClass
  spec: RouteSpec
  sorts: readonly string[] | undefined
  /** Path below which the record that it makes is read, by its id. */
  location?: string | undefined
  /** Answers with a file instead of the envelope. */
  download: boolean
  handler(input: HandlerInput): unknown
}

type Verb = 'list' | 'get' | 'create' | 'update' | 'updateByPut' | 'delete' | 'act'
type Declares = (routes: Routes) => void

export interface HandlerInput {
  ctx: never
  body: never
  query: never
  page: PageRequest
  request: FastifyRequest
  reply: FastifyReply
}

type CtxFor<C extends Can> = C extends 'public' | SystemPermission ? PlatformCtx : Ctx

type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & Params<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Record<Name, string>
    : object

type Input<P extends string, C extends Can, B extends TSchema, Q extends TProperties> = {
  ctx: CtxFor<C>
  body: Static<B>
  query: { [K in keyof Q]?: Static<Q[K]> }
  page: PageRequest
  request: FastifyRequest
  reply: FastifyReply
} & Params<P>

type Answer<T> = T | Promise<T>
// biome-ignore lint/suspicious/noConfusingVoidType: a handler of Nothing returns nothing
type Data<Of extends TSchema> = Of extends typeof Empty ? void : Static<Of>

type Declare = <
  P extends string,
  C extends Can,
  Of extends TSchema,
  B extends TSchema,
  Q extends TProperties,
>(
  path: P,
  spec: RouteSpec<C, Of, B, Q>,
  handler: (input: Input<P, C, B, Q>) => Answer<Data<Of>>,
) => void

type DeclareDownload = <P extends string, C extends Can, Q extends TProperties>(
  path: P,
  spec: Omit<RouteSpec<C, TSchema, TSchema, Q>, 'of'> & { types: readonly string[] },
  handler: (input: Input<P, C, TSchema, Q>) => Answer<Download>,
) => void

type DeclareList = <P extends string, C extends Can, Of extends TSchema, Q extends TProperties>(
  path: P,
  spec: RouteSpec<C, Of, TSchema, Q> & Sorted,
  handler: (input: Input<P, C, TSchema, Q>) => Answer<Listing<Static<Of>>>,
) => void

export interface Routes {
  /** A page of a list: `of` is one row; `page` says which, in which order. */
  list: DeclareList
  get: Declare
  /** Bytes instead of an envelope; failures are answered as everywhere. */
  download: DeclareDownload
  post: Declare
  /** A partial change, answering PUT and PATCH alike. */
  update: Declare
  put: Declare
  patch: Declare
  delete: Declare
}

export interface Resource {
  path: string
  /** Group of the document, by the words of the path: `admin.boats`. */
  tag: string
  /** What the routes are about, for the documentation; once for each path. */
  about: string | undefined
  routes: Route[]
}

/**
 * Declares the routes under `/api/v1{path}`. Paths of record ids are written `/:id`; such ids are checked
 * before the handler runs, and a malformed one is the same 404 as an unknown one. `about` is what the documentation says
 * of them; of resources that share a path, one has it.
 */
export function resource(path: string, declare: (routes: Routes) => void): Resource
export function resource(path: string, about: string, declare: (routes: Routes) => void): Resource
export function resource(path: string, ...given: [Declares] | [string, Declares]): Resource {
  const [about, declare] = given.length === 2 ? given : [undefined, ...given]
  const routes: Route[] = []
  const words = path.split('/').filter(Boolean)
  const tag = words.join('.')

  const add = (method: Method, verb: Verb) =>
    ((sub: string, spec: RouteSpec, handler: Route['handler']) => {
      const sorts = (spec as Partial<Sorted>).sorts
      const name = operationName(sub, verb, spec.name)
      routes.push({
        method,
        path: `/api/v1${path}${sub === '/' ? '' : sub}`,
        operation: [...words.map(camelCase), name].join('.'),
        tag,
        noun: words.at(-1) ?? path,
        class: spec.class ?? classOf(method, spec.can),
        spec: verb === 'create' && sub === '/' ? { status: 201, ...spec } : spec,
        sorts,
        download: spec.of === undefined,
        handler,
      })
    }) as Declare

  const patch = add('PATCH', 'update')
  const put = add('PUT', 'updateByPut')
  declare({
    list: add('GET', 'list') as DeclareList,
    get: add('GET', 'get'),
    download: add('GET', 'act') as unknown as DeclareDownload,
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

/** Where a POST answers 201 and its record can be read. */
function locationOf({ path, spec }: Route, routes: Route[]) {
  if (spec.location) return `/api/v1${spec.location}`
  return routes.some((one) => one.method === 'GET' && one.path === `${path}/:id`) ? path : undefined
}

const existing = new WeakSet<object>()

/** Marks a reply as something that was there before. */
export function already<T extends object>(data: T): T {
  existing.add(data)
  return data
}

export const wasThere = (answer: unknown): boolean => existing.has(answer as object)

/** Whether a route is for workers alone; those are documented apart. */
export const forWorkers = ({ spec }: Route): boolean => spec.can.startsWith('system.')

/** Whether a route can be called with an API key that has its permission among its scopes. */
export function acceptsKeys({ can, personal }: RouteSpec): boolean {
  return can !== 'public' && can !== 'signed_in' && !personal && !needsPerson(can)
}

/** Whether a reply may hold a credential: such a reply is never kept. */
export function handsOutCredentials({ of, secret }: RouteSpec): boolean {
  return secret === true || holdsSecret(of)
}

function classOf(method: Method, can: Can): RouteClass {
  if (can.startsWith('system.')) return 'worker'
  if (can.startsWith('admin.')) return 'admin'
  return method === 'GET' ? 'read' : 'write'
}

/** The query schema of a route, if it takes any. */
export function querySchema(route: Route) {
  const elsewhere = route.spec.elsewhere && { account_id: Id('Another account than your own') }
  const filters = Object.entries({ ...route.spec.query, ...elsewhere })
  const optional = Object.fromEntries(filters.map(([name, of]) => [name, Type.Optional(of)]))
  return route.sorts ? listQuery(route.sorts, optional) : Shape(optional)
}

/**
 * `/` and `/:id` are named by their verb. Of other paths the last word is what is done, as in `suspend`, or what it is
 * done to, as in `listScopes`. PUT is named apart where it does the same as PATCH.
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
