import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TProperties, type TSchema, Type } from 'typebox'
import type { ErrorCode } from '../kernel/errors.ts'
import { needsPerson, type Permission, type SystemPermission } from '../kernel/permissions.ts'
import { listQuery, type PageRequest } from './paging.ts'
import type { RateName, RouteClass } from './rate_rules.ts'
import { holdsSecret, Id, Shape } from './shapes.ts'
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
  W extends SystemPermission | undefined = SystemPermission | undefined,
  M extends boolean = boolean,
> {
  can: C
  /** What a worker needs here instead, where people and workers share the path: the kind of the token decides. */
  worker?: W
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
  class?: 'heavy' | 'refresh' | RateName
  /** Failures beyond those every such route has; for the documentation. */
  fails?: ErrorCode[]
  /** The reply holds a credential where its schema cannot show it (`Secret`), in an open object. */
  secret?: true
  status?: 200 | 201
  /** Path below `/api/v1` where what it makes is read by its id, where that is not its own. */
  location?: string
  /** Answers 200 instead of 201 where what was asked for was there already; the handler returns `Made`. */
  mayExist?: M
  /** Media types that a download can have, or that an upload takes. */
  types?: readonly string[]
  /** The most that an upload takes. */
  maxBytes?: number
  /** What a stream sends: the schema of the data of each event, by its name. */
  events?: Readonly<Record<string, TSchema>>
  /** What a list adds to `meta`. */
  meta?: TProperties
}

/**
 * How bodies travel: JSON in the envelope; a file out or in; server-sent events; or bytes of another system, whose
 * signature covers them. Failures are in the envelope for all.
 */
export type RouteKind = 'json' | 'download' | 'upload' | 'stream' | 'inbound'

/** A route as the rest of the platform sees it, types erased. */
export interface Route {
  kind: RouteKind
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
  handler(input: HandlerInput): unknown
}

export interface HandlerInput {
  ctx: never
  body: never
  query: never
  page: PageRequest
  request: FastifyRequest
  reply: FastifyReply
  signal?: AbortSignal
}

/** Whether a route can be called with an API key that has its permission among its scopes. */
export function acceptsKeys({ can, personal }: RouteSpec): boolean {
  return can !== 'public' && can !== 'signed_in' && !personal && !needsPerson(can)
}

/** Whether a reply may hold a credential: such a reply is never kept. */
export function handsOutCredentials({ of, secret }: RouteSpec): boolean {
  return secret === true || holdsSecret(of)
}

/** The query schema of a route, if it takes any. */
export function querySchema(route: Route) {
  const elsewhere = route.spec.elsewhere && { account_id: Id('Another account than your own') }
  const filters = Object.entries({ ...route.spec.query, ...elsewhere })
  const optional = Object.fromEntries(filters.map(([name, of]) => [name, Type.Optional(of)]))
  return route.sorts ? listQuery(route.sorts, optional) : Shape(optional)
}
