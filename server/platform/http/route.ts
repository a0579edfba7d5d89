import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TProperties, type TSchema, Type } from 'typebox'
import type { ErrorCode } from '../kernel/errors.ts'
import { isForUsersOnly, type Permission, type SystemPermission } from '../kernel/permissions.ts'
import { listQuery, type PageRequest } from './paging.ts'
import type { RateName, RouteClass } from './rate_rules.ts'
import { holdsSecret, Id, Shape } from './shapes.ts'
import type { ThrottleName } from './throttles.ts'
import type { Upload } from './upload.ts'

/**
 * Who may call: `public`, without regard to a credential; `anyone`, with a credential that is valid, or none; any signed-in
 * user; or callers with this permission.
 */
export type Can = 'public' | 'anyone' | 'signed_in' | Permission

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The specification of a route, used by Fastify, OpenAPI, `powernode routes` and the guard tests. */
export interface RouteSpec<
  C extends Can = Can,
  Of extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Query extends TProperties = TProperties,
  W extends SystemPermission | undefined = SystemPermission | undefined,
  M extends boolean = boolean,
> {
  can: C
  /** The permission that workers need instead, if users and workers share the path: the kind of the token decides. */
  worker?: W
  /** Schema of `data`. It also serialises the response, so fields that it does not name are never sent. */
  of: Of
  summary: string
  /** Name of the operation, if the name derived from method and path is misleading: `markRead`. */
  name?: string
  /** Text of `message`. */
  says?: string
  body?: Body
  /** A POST whose body may be of any type and is ignored: email clients send a form, browsers nothing. */
  anyBody?: boolean
  query?: Query
  /** Names of `query` that callers must give; all others are optional. */
  requires?: readonly string[]
  /** Users do not need the permission for themselves (`:id` is their own). */
  orSelf?: boolean
  /** With this permission, callers can select another account with the query parameter `account_id`. */
  otherAccount?: Permission
  /** Personal: works on the user's home account, whichever account they are in. */
  personal?: boolean
  /** Refused while impersonating. */
  notImpersonating?: boolean
  /** Why it is allowed while impersonating, although it changes something or returns a credential. */
  whileImpersonating?: string
  /** Available to everyone during maintenance. */
  duringMaintenance?: boolean
  /** Waits for something before it responds. */
  waits?: boolean
  /** A stricter limit than the general ones, per address and persistent across restarts; see `throttles.ts`. */
  throttle?: ThrottleName
  /** Counts more in the account's limits than reading or writing a record, or has its own rule. */
  class?: 'heavy' | 'refresh' | RateName
  /** Additional error codes, for the documentation. */
  fails?: ErrorCode[]
  /** The response contains a credential that its schema does not show (`Secret`), in an open object. */
  secret?: true
  /** 204 has no body, not even the envelope. */
  status?: 200 | 201 | 204
  /** Path below `/api/v1` where the created record can be read, if it differs from the route's own path. */
  location?: string
  /** Responds 200 instead of 201 if the record already existed; the handler returns `CreateResult`. */
  mayExist?: M
  /** Media types of a download, or accepted by an upload. */
  types?: readonly string[]
  /** Another path that does the same, without the prefix of the API; it is not documented. Inbound routes only. */
  alsoAt?: string
  /** A link to a file, which is answered under the host name of FILES_URL too. */
  servesFiles?: true
  /** Maximum size of an upload. */
  maxBytes?: number
  /** Schema of a JSON body of an upload, for the documentation: the handler validates it. */
  jsonBody?: TSchema
  /** An upload may have no body. */
  optionalBody?: boolean
  /** Headers that describe an upload, besides its body, for an Idempotency-Key. */
  describedBy?: readonly string[]
  /** Headers of the response to OPTIONS, with which a protocol says what it can do. */
  advertises?: Readonly<Record<string, string>>
  /**
   * Reads a repeated upload with the same Idempotency-Key, and returns what the handler sets as `identity`: the same content
   * gets the first reply. Otherwise uploads are compared by type and size.
   */
  identify?: (upload: Upload, request: FastifyRequest) => Promise<unknown>
  /** Events of a stream: the schema of the data of each, by name. */
  events?: Readonly<Record<string, TSchema>>
  /** Additional fields of `meta` in a list. */
  meta?: TProperties
}

/**
 * The kind of bodies: JSON in the envelope, a file in the response or request, server-sent events, or raw bytes that another
 * system has signed. Errors always have the envelope.
 */
export type RouteKind = 'json' | 'download' | 'upload' | 'stream' | 'inbound'

/** A route as used by the rest of the platform, with erased types. */
export interface Route {
  kind: RouteKind
  method: Method
  path: string
  /** Stable name in generated clients: `apiKeys.list`. */
  operation: string
  /** The tag of its resource. */
  tag: string
  /** Last word of the resource's path. */
  noun: string
  /** Class for rate limits; see `rate_rules.ts`. */
  class: RouteClass
  spec: RouteSpec
  sorts: readonly string[] | undefined
  /** Path of the created record, without its id. */
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

/** Whether a route can be called without a credential. */
export function isOpen({ can }: RouteSpec): boolean {
  return can === 'public' || can === 'anyone'
}

/** Whether a route accepts API keys whose scopes include its permission. */
export function acceptsKeys({ can, personal }: RouteSpec): boolean {
  if (can === 'public' || can === 'anyone' || can === 'signed_in') return false
  return !personal && !isForUsersOnly(can)
}

/** Whether a reply may contain a credential. Such replies are never stored. */
export function handsOutCredentials({ of, secret }: RouteSpec): boolean {
  return secret === true || holdsSecret(of)
}

/** The query schema of a route. */
export function querySchema(route: Route) {
  const otherAccount = route.spec.otherAccount && {
    account_id: Id('An account other than your own'),
  }
  const filters = Object.entries({ ...route.spec.query, ...otherAccount })
  const { requires = [] } = route.spec
  const fields = Object.fromEntries(
    filters.map(([name, of]) => [name, requires.includes(name) ? of : Type.Optional(of)]),
  )
  return route.sorts ? listQuery(route.sorts, fields) : Shape(fields)
}
