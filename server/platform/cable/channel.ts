import type { TProperties } from 'typebox'
import type { Ctx } from '../db/context.ts'
import type { Permission } from '../kernel/permissions.ts'

type Params = Record<string, unknown>
type Reply = Record<string, unknown>

/** What subscribers receive: when, and the fields besides `type`. */
interface Message {
  summary: string
  fields: TProperties
}

interface Action {
  summary: string
  /** The `type` of its answer, one of the channel's messages. */
  answers: string
  run(ctx: Ctx, data: Params): Promise<Reply> | Reply
}

/** A channel of a domain. Rights are looked up, never assumed: no stream means the subscription is rejected. */
export interface Channel {
  /** One sentence for `docs/cable.md`, which is generated from these. */
  summary: string
  /** The permission that `stream` asks for, if any. */
  needs?: Permission
  params: TProperties
  /** By their `type`. */
  messages: Record<string, Message>
  /** The stream these parameters stand for, or undefined when this caller may not hear it. */
  stream(ctx: Ctx, params: Params): Promise<string | undefined> | string | undefined
  /** Sent to the subscriber alone once it is confirmed. */
  greeting?(ctx: Ctx, params: Params): Reply
  /** What clients may ask for, by name; the answer goes to the asker alone. */
  actions?: Record<string, Action>
}

/** Channel class name, as clients know it, to channel. */
export type Channels = Readonly<Record<string, Channel>>
