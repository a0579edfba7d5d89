import type { FastifyReply } from 'fastify'
import type { Ctx, PlatformCtx } from '../db/context.ts'
import type { Route } from '../http/route.ts'
import type { Actor } from '../kernel/actor.ts'
import type { ErrorCode } from '../kernel/errors.ts'
import type { Dependency } from '../kernel/forget.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Tier } from '../kernel/tiers.ts'

/** A bearer that has been checked: who acts, in which account, until when. */
export interface Principal {
  actor: Extract<Actor, { kind: 'user' | 'worker' | 'api_key' }>
  accountId: string | undefined
  /** The tier of rate limits that the account was given, if it was given one. */
  tier?: Tier | null
  /** Milliseconds since the epoch. From then on it has to be checked anew: the first of what it depends on is over. */
  expiresAt: number
  /** What `tx.forget` drops it by. */
  dependsOn: ReadonlySet<Dependency>
  conditions?: Conditions
}

/** What each request with a credential has to meet besides its permission. Asked from memory. */
export interface Conditions {
  /** Whether it can be used from an address. */
  allowsFrom(ip: string): boolean
  /** Requests a minute; null for the general limit. */
  perMinute: number | null
  /** Lets a request in, or throws. Returns what takes back whatever it counted. */
  admit(ctx: Ctx, asked: Asked): Promise<() => Promise<void>>
}

/** A request that asks to be let in. */
export interface Asked {
  route: Route
  reply: FastifyReply
  /** Counts it against the general limits of the credential, or throws 429. Returns what takes that back. */
  count(): Promise<() => Promise<void>>
}

/** How the bearers that a domain issues become principals. */
export interface Authenticator {
  /** The kind of actor that it makes. */
  kind: Principal['actor']['kind']
  /** What they begin with; empty for those that begin with nothing in particular, of which there is one kind. */
  prefix: string
  /** A header of their own in which they may be sent, instead of as a bearer. */
  header?: string
  /** Failures of their own, for the documentation. */
  fails?: ErrorCode[]
  /** Reads whom a bearer stands for, in one query. Throws 401 with the reason. */
  load(ctx: PlatformCtx, bearer: string): Promise<Principal>
  /** Writes what it still has in memory, before the process ends. */
  close?(platform: Platform): Promise<void>
}
