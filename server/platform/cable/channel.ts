import type { TProperties } from 'typebox'
import type { Ctx } from '../db/context.ts'
import type { Permission } from '../kernel/permissions.ts'

type Params = Record<string, unknown>
type Reply = Record<string, unknown>

/** A message to subscribers: when it is sent, and its fields besides `type`. */
interface Message {
  summary: string
  fields: TProperties
}

interface Action {
  summary: string
  /** The `type` of its reply, one of the channel's messages. */
  answers: string
  run(ctx: Ctx, data: Params): Promise<Reply> | Reply
}

/** A channel of a domain. If `stream` returns undefined, the subscription is rejected. */
export interface Channel {
  /** One sentence for `docs/cable.md`. */
  summary: string
  /** The permission that `stream` requires, if any. */
  needs?: Permission
  params: TProperties
  /** Keyed by `type`. */
  messages: Record<string, Message>
  /** The stream for these parameters, or undefined if the caller may not subscribe to it. */
  stream(ctx: Ctx, params: Params): Promise<string | undefined> | string | undefined
  /** Sent only to the subscriber after the confirmation. */
  greeting?(ctx: Ctx, params: Params): Reply
  /** Actions that clients can call, by name; the reply is sent only to the caller. */
  actions?: Record<string, Action>
}

/** Channels by the class name that clients use. */
export type Channels = Readonly<Record<string, Channel>>
