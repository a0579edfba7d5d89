import type { FastifyReply } from 'fastify'
import type { Ctx, PlatformCtx } from '../db/context.ts'
import type { Route } from '../http/route.ts'
import type { Actor } from '../kernel/actor.ts'
import type { ErrorCode } from '../kernel/errors.ts'
import type { Dependency } from '../kernel/forget.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Tier } from '../kernel/tiers.ts'

/** An authenticated credential: the actor, the account and the expiry. */
export interface Principal {
  actor: Extract<Actor, { kind: 'user' | 'worker' | 'api_key' }>
  accountId: string | undefined
  /** The rate limit tier of the account, if one was set. */
  tier?: Tier | null
  /** Milliseconds since the epoch. After this it must be authenticated again. */
  expiresAt: number
  /** The dependencies by which `tx.forget` drops it. */
  dependsOn: ReadonlySet<Dependency>
  conditions?: CredentialConditions
}

/** Conditions for each request with this credential, besides the permission. Checked in memory. */
export interface CredentialConditions {
  /** Whether it can be used from this address. */
  allowsFrom(ip: string): boolean
  /** Requests per minute; null for the general limit. */
  perMinute: number | null
  /** Admits a request, or throws. Returns a function that undoes what it counted. */
  admit(ctx: Ctx, request: AdmissionRequest): Promise<() => Promise<void>>
}

/** A request to admit. */
export interface AdmissionRequest {
  route: Route
  reply: FastifyReply
  /** Counts it against the general limits of the credential, or throws 429. Returns a function that undoes this. */
  count(): Promise<() => Promise<void>>
}

/** Authenticates the bearer tokens that a domain issues. */
export interface Authenticator {
  /** The kind of actor that it returns. */
  kind: Principal['actor']['kind']
  /** The prefix of its tokens; one authenticator has an empty prefix and gets all other tokens. */
  prefix: string
  /** A header that can carry the token instead of `Authorization`. */
  header?: string
  /** Its own error codes, for the API documentation. */
  fails?: ErrorCode[]
  /** Loads the principal of a token, in one query. Throws 401 with the reason. */
  load(ctx: PlatformCtx, bearer: string): Promise<Principal>
  /** Writes buffered data before the process ends. */
  close?(platform: Platform): Promise<void>
}
